// Shows under the headline what the archive may have already. It never blocks, and says
// nothing where there is nothing to say.
const PAUSE = 350; // milliseconds after the last letter
const box = document.getElementById("likeness");
const form = box?.closest("form");
const {headline, published_on: day} = form?.elements ?? {};

let timer, asked, last = "";

const show = (found) => {
  if (found === box.dataset.shown) return;
  box.dataset.shown = found;
  box.innerHTML = found; // made by our own template, which escapes
};

const ask = async (query) => {
  asked?.abort();
  asked = new AbortController();
  try {
    // Whoever is logged out is led elsewhere, which is no answer.
    const answer = await fetch(`${box.dataset.at}?${query}`, {signal: asked.signal, redirect: "error"});
    show(answer.ok ? (await answer.text()).trim() : "");
  } catch {
    // Asked anew, or the archive does not answer: what was shown stays.
  }
};

const later = () => {
  const query = String(new URLSearchParams({
    headline: headline.value, day: day?.value ?? "", pk: box.dataset.pk}));
  if (query === last) return;
  last = query;
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE, query);
};

if (headline) {
  headline.closest(".form-row").append(box);
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  if (headline.value) later();
}
