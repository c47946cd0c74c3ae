// The language of a field follows its first strong letter, as its direction does; which
// language is shown as chosen follows the headline until the editor has chosen one. What
// was filled in is marked until it is touched.
const ARABIC = /\p{Script=Arabic}/u, LETTER = /\p{L}/u;
const of = (text) => {
  const first = [...text].find(letter => LETTER.test(letter));
  return first && (ARABIC.test(first) ? "ur" : "en");
};

for (const id of ["id_headline", "id_body"]) {
  const field = document.getElementById(id);
  const follow = () => {
    const language = of(field.value);
    if (language) field.lang = language;
    else field.removeAttribute("lang");
  };
  if (!field) continue;
  field.addEventListener("input", follow);
  follow();
}

for (const field of document.querySelectorAll("[data-filled]")) {
  field.addEventListener("input", () => field.removeAttribute("data-filled"), {once: true});
}
