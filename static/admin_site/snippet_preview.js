// Draws the snippet as the article will look, while it is typed.
const preview = document.getElementById("preview");
const headline = document.getElementById("id_headline"), body = document.getElementById("id_body");

const paragraph = (text) => Object.assign(document.createElement("p"), {textContent: text, dir: "auto"});

const draw = () => {
  preview.querySelector("h3").textContent = headline.value || preview.dataset.empty;
  preview.querySelector("h3").lang = headline.lang;
  preview.querySelector("div").lang = body.lang || headline.lang;
  preview.querySelector("div").replaceChildren(...body.value.split(/\n\s*\n/).filter(Boolean).map(paragraph));
};

if (preview && headline && body) {
  preview.querySelector("h3").dir = "auto";
  preview.closest("section").hidden = false;
  for (const field of [headline, body]) field.addEventListener("input", draw);
  draw();
}
