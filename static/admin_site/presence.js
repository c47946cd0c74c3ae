// Says every few seconds that this window is open, shows who else is there, and has with
// the answer a token that is good also after another login.
const OFTEN = 5_000, SELDOM = 15_000; // milliseconds

const list = document.getElementById("presence");
const form = list?.closest("form");

const show = (words) => {
  if (words.join("\n") === [...list.children].map(it => it.textContent).join("\n")) return;
  list.replaceChildren(...words.map(sentence => {
    const paragraph = document.createElement("p");
    paragraph.textContent = sentence;
    return paragraph;
  }));
};

const tell = (name) => form.dispatchEvent(new Event(name));

const take = async (answer) => {
  const {token, words} = await answer.json();
  for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = token;
  show(words);
  tell("desk:in");
};

let timer, isOut = false;

const ask = async () => {
  clearTimeout(timer);
  const named = ["_key", "_based_on", "_writer"].map(name => [name, form.elements[name].value]);
  const asked = new URLSearchParams(named);
  try {
    const answer = await fetch(`${list.dataset.at}?${asked}`, {signal: AbortSignal.timeout(10_000)});
    isOut = answer.status === 401;
    if (answer.ok) await take(answer);
    if (isOut) tell("desk:out");
  } catch {
    // The server is away: what is typed says so.
  }
  clearTimeout(timer);
  timer = setTimeout(ask, isOut ? OFTEN : SELDOM);
};

if (form) {
  form.addEventListener("desk:ask", ask);
  ask();
}
