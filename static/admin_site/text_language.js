// The language of a text field follows its first letter, as its direction does, unless one
// is chosen. What an article would be in, when none is, stands in the list of languages:
// by the rule that the server has, which goes by most of the letters.
const LETTER = /\p{L}/u;
const ARABIC = /[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]/u;
const LOOKED_AT = 2000; // characters

const select = document.getElementById("id_language");
const form = select?.form;
const fields = form ? [...form.querySelectorAll("[dir=auto]:is(input, textarea)")] : [];

const ofFirst = (text) => {
  const first = text.match(LETTER)?.[0];
  return first && (ARABIC.test(first) ? "ur" : "en");
};

const ofMost = (text) => {
  const letters = [...text].slice(0, LOOKED_AT).filter(sign => LETTER.test(sign));
  return letters.filter(sign => ARABIC.test(sign)).length * 2 > letters.length ? "ur" : "en";
};

const typed = () => ["headline", "body"].map(name => form.elements[name]?.value ?? "").join("");

const direct = (field) => {
  const language = select.value || ofFirst(field.value);
  if (language) field.lang = language;
  else field.removeAttribute("lang");
};

const show = (option, words) => {
  const text = typed();
  const name = text.trim() && select.querySelector(`[value="${ofMost(text)}"]`).textContent;
  option.textContent = name ? `${words}: ${name}` : words;
};

if (fields.length) {
  const follows = select.querySelector('[value=""]'), words = follows?.textContent;
  const follow = () => {
    fields.forEach(direct);
    if (follows) show(follows, words);
    form.dispatchEvent(new Event("desk:language"));
  };
  form.addEventListener("input", follow);
  follow();
}
