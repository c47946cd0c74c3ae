// Fills the form in without leaving it, from the page at the address or from a document
// in the text. What was filled in is marked until it is touched.
const said = document.getElementById("filling");
const form = said?.closest("form");
const body = document.getElementById("id_body");
const FILLING = ["_fill", "_take_apart"], FILLED = "filled";

// A document says with one of these what it is, at the top of its first lines.
const LABEL = /^\s*(?:published\s+on\b|(?:document\s+date|categor(?:y|ies)|show\s+on\s+website)\s*:)/im;
const LINES = 12;

const noteId = (field) => `${field.id}_filled`;

const mark = (field) => {
  field.dataset.filled = "yes";
  field.closest("details")?.setAttribute("open", "");
  if (field.closest(".form-row").querySelector(".filled-note")) return;
  const note = Object.assign(document.createElement("span"), {
    className: "help filled-note", id: noteId(field), textContent: said.dataset.note});
  (field.closest(".flex-container") ?? field).after(note);
  field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${note.id}`.trim());
};

const touch = (field) => {
  if (!field?.dataset?.filled) return;
  delete field.dataset.filled;
  field.closest(".fieldBox, .form-row").parentElement.querySelector(`#${noteId(field)}, #${field.id}_helptext .filled-note`)?.remove();
};

const choose = (select, chosen) => {
  const options = chosen.map(({key, name}) => new Option(name, key, true, true));
  if (select.multiple) select.replaceChildren(...options);
  else select.append(...options);
};

const put = (name, value) => {
  const field = form.elements[name];
  if (!field) return;
  if (Array.isArray(value)) choose(field, value);
  else field.value = value;
  django.jQuery(field).trigger("change.select2");
  mark(field);
};

const marked = () => [...form.querySelectorAll("[data-filled]")].map(field => field.name);

const ask = async (button) => {
  const sent = new FormData(form, button);
  sent.set(FILLED, marked());
  const headers = {Accept: "application/json"};
  const answer = await fetch(location.href, {method: "POST", body: sent, headers, redirect: "error"});
  return answer.ok ? answer.json() : {refusal: said.dataset.away};
};

const fill = async (button) => {
  button.closest(".form-row").append(said);
  button.setAttribute("aria-disabled", "true");
  said.className = "";
  said.textContent = said.dataset.wait;
  const {fields = {}, refusal} = await ask(button).catch(() => ({refusal: said.dataset.away}));
  button.removeAttribute("aria-disabled");
  for (const [name, value] of Object.entries(fields)) put(name, value);
  said.className = refusal ? "refusal" : "";
  said.textContent = refusal ?? (Object.keys(fields).length ? said.dataset.note : said.dataset.none);
  form.dispatchEvent(new Event("input"));
};

const press = (event) => {
  if (!FILLING.includes(event.submitter?.name)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!event.submitter.hasAttribute("aria-disabled")) fill(event.submitter);
};

const offer = () => {
  const beginning = body.value.slice(0, 4000).split("\n", LINES).join("\n");
  form.elements._take_apart?.classList.toggle("is-offered", LABEL.test(beginning));
};

if (form) {
  // Before what keeps the text on the server and then sends it: this is no sending.
  addEventListener("submit", press, {capture: true});
  form.addEventListener("input", ({target}) => touch(target));
  // Enter beside a button presses that button, and does not publish.
  form.elements.source_url?.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    form.elements._fill.click();
  });
  django.jQuery(form).on("select2:select select2:unselect change", ({target}) => touch(target));
  if (body) {
    form.addEventListener("input", offer);
    offer();
  }
}
