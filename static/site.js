// Enhancements only. Every page works without this file.
const $ = (s, r = document) => r.querySelector(s);

// Theme: auto -> light -> dark. Buttons marked .needs-js show only when theme.js has run.
const theme = $("[data-theme-toggle]");
if (theme) {
  const order = ["", "light", "dark"], root = document.documentElement;
  const label = () => (theme.title = theme.dataset["label" + (root.dataset.theme || "auto")] || "Theme: " + (root.dataset.theme || "auto"));
  label();
  theme.addEventListener("click", () => {
    const next = order[(order.indexOf(root.dataset.theme || "") + 1) % 3];
    if (next) root.dataset.theme = next; else delete root.dataset.theme;
    try { next ? localStorage.setItem("theme", next) : localStorage.removeItem("theme"); } catch {}
    label();
  });
}

// Ctrl/Cmd+K goes to the search field.
addEventListener("keydown", e => {
  if ((e.ctrlKey || e.metaKey) && e.key === "k") { const q = $("input[type=search]"); if (q) { e.preventDefault(); q.focus(); q.select(); } }
});

// Copy buttons: <button data-copy="#id">
addEventListener("click", async e => {
  const b = e.target.closest("[data-copy]"); if (!b) return;
  await navigator.clipboard.writeText($(b.dataset.copy).innerText.trim());
  const was = b.textContent; b.textContent = b.dataset.done; setTimeout(() => (b.textContent = was), 1600);
});
addEventListener("click", e => { if (e.target.closest("[data-print]")) print(); });

// Addresses hold what was filled in, and nothing else.
addEventListener("formdata", e => { for (const [name, value] of [...e.formData]) if (!value) e.formData.delete(name); });

// Results as you type: swap #results, keep the URL true, announce once the reader pauses.
const form = $("form[data-live]"), status = $("#status");
if (form && $("#results")) {
  let timer, ctl, say;
  const go = async (url, push) => {
    ctl?.abort(); ctl = new AbortController();
    try {
      const r = await fetch(url, { signal: ctl.signal, headers: { "X-Fragment": "results" } });
      if (!r.ok) return location.assign(url);
      const doc = new DOMParser().parseFromString(await r.text(), "text/html"), fresh = doc.querySelector("#results");
      if (!fresh) return location.assign(url);
      $("#results").replaceWith(fresh);
      history[push ? "pushState" : "replaceState"](null, "", url);
      clearTimeout(say); say = setTimeout(() => (status.textContent = fresh.dataset.summary), 900);
    } catch (e) { if (e.name !== "AbortError") throw e; }
  };
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => { const u = new URL(form.action); u.search = new URLSearchParams(new FormData(form)); go(u, false); }, 300); });
  addEventListener("popstate", () => location.reload());
}
