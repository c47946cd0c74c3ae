// Shows under the headline what the archive may have already. It never blocks, and says
// nothing where there is nothing to say.
const PAUSE = 350; // milliseconds after the last letter
const box = document.getElementById("likeness");
const headline = document.getElementById("id_headline");
const day = document.getElementById("id_published_on");

let timer, asked;

const ask = async () => {
  asked?.abort();
  asked = new AbortController();
  const {at, pk} = box.dataset;
  const query = new URLSearchParams({headline: headline.value, day: day?.value ?? "", pk});
  try {
    const answer = await fetch(`${at}?${query}`, {signal: asked.signal});
    const found = answer.ok ? (await answer.text()).trim() : "";
    if (found === box.dataset.shown) return;
    box.dataset.shown = found;
    box.innerHTML = found; // made by our own template, which escapes
  } catch {
    // Asked anew, or the archive does not answer: what was shown stays.
  }
};

if (box && headline) {
  headline.closest(".form-row").append(box);
  const later = () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); };
  headline.addEventListener("input", later);
  day?.addEventListener("change", later);
  if (headline.value) later();
}
