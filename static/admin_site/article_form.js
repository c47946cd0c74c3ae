// Django's fields with suggestions come without a name: they take that of their label.
const nameFields = () => {
  for (const field of document.querySelectorAll(".select2-selection, .select2-selection__rendered, .select2-search__field")) {
    const label = field.closest(".form-row")?.querySelector("label");
    if (label) field.setAttribute("aria-label", label.textContent.replace(":", "").trim());
  }
};
// jQuery calls what waits for the page in its order, and those fields are made by then.
addEventListener("DOMContentLoaded", () => django.jQuery(nameFields));
