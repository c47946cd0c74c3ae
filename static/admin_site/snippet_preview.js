// Draws the snippet as the article will look, while it is typed.
const preview = document.getElementById("preview");
const form = preview?.closest("form");
const [title, meta, text] = preview?.children ?? [];

const paragraph = (text) => Object.assign(document.createElement("p"), {textContent: text, dir: "auto"});

const day = (typed, language) => {
  const date = new Date(`${typed}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(typed) || isNaN(date)) return typed;
  const shape = {day: "numeric", month: "long", year: "numeric", timeZone: "UTC", numberingSystem: "latn"};
  return new Intl.DateTimeFormat(language === "ur" ? "ur" : "en-GB", shape).format(date);
};

const part = (words) => Object.assign(document.createElement("bdi"), {textContent: words});

const draw = () => {
  const {headline, body, source, byline, published_on} = form.elements;
  title.textContent = headline.value || preview.dataset.empty;
  title.lang = headline.lang;
  text.lang = body.lang || headline.lang;
  text.replaceChildren(...body.value.split(/\n\s*\n/).filter(it => it.trim()).map(paragraph));
  meta.lang = headline.lang || "en";
  const parts = [source?.selectedOptions[0]?.value && source.selectedOptions[0].textContent,
    byline?.value, day(published_on?.value ?? "", headline.lang)];
  meta.replaceChildren(...parts.filter(Boolean).flatMap(words => [" · ", part(words)]).slice(1));
};

if (form?.elements.headline) {
  preview.closest("section").hidden = false;
  for (const name of ["input", "change", "desk:language"]) form.addEventListener(name, draw);
  django.jQuery(form).on("change", draw);
  draw();
}
