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

// A part of the page anew: each element that comes takes the place of the one with its id.
let asking;
const swap = async (url, part, ids) => {
  asking?.abort(); asking = new AbortController();
  const r = await fetch(url, { signal: asking.signal, headers: { "X-Fragment": part } });
  const doc = new DOMParser().parseFromString(await r.text(), "text/html");
  return ids.map(id => { const fresh = doc.getElementById(id), old = document.getElementById(id); if (fresh && old) old.replaceWith(fresh); return fresh; });
};
const unlessAborted = e => { if (e.name !== "AbortError") throw e; };

// What takes long to count comes after the results, from the link that stands in its place.
const count = () => { const a = $("[data-counts]"); if (a) swap(a.href, "counts", ["found", "ruler", "facets"]).catch(unlessAborted); };
count();

// Results as you type: swap #results, keep the URL true, announce once the reader pauses.
const form = $("form[data-live]"), status = $("#status");
if (form && $("#results")) {
  let timer, say;
  const go = async url => {
    const [fresh] = await swap(url, "results", ["results"]);
    if (!fresh) return location.assign(url);
    history.replaceState(null, "", url);
    clearTimeout(say); say = setTimeout(() => (status.textContent = fresh.dataset.summary), 900);
    count();
  };
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => { const u = new URL(form.action); u.search = new URLSearchParams(new FormData(form)); go(u).catch(unlessAborted); }, 300); });
  form.addEventListener("submit", () => clearTimeout(timer));
  addEventListener("popstate", () => location.reload());
}

// Suggestions: links under the large search field. The arrow keys go to them, Escape away.
const field = $(".find--lg input"), box = $("#suggestions");
if (field && box) {
  let timer, ctl;
  const close = () => { clearTimeout(timer); ctl?.abort(); box.hidden = true; };
  const line = s => {
    const li = document.createElement("li"), a = document.createElement("a"), kind = box.dataset[s.kind], label = document.createElement("bdi");
    a.href = s.address; label.lang = s.language; label.dir = s.direction; label.textContent = s.label;
    a.lang = s.language; a.dir = s.direction; a.append(label);
    if (kind) { const small = document.createElement("small"); small.lang = document.documentElement.lang; small.textContent = kind; a.append(small); }
    li.append(a); return li;
  };
  const suggest = async () => {
    const q = field.value.trim();
    if (q.length < 2) return close();
    ctl?.abort(); ctl = new AbortController();
    const r = await fetch(box.dataset.address + "?" + new URLSearchParams({ q }), { signal: ctl.signal });
    if (!r.ok) return close();
    const { suggestions } = await r.json();
    box.firstElementChild.replaceChildren(...suggestions.map(line));
    box.hidden = !suggestions.length || document.activeElement !== field;
  };
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => suggest().catch(unlessAborted), 150); });
  field.form.addEventListener("submit", close);
  const find = box.parentElement;
  find.addEventListener("focusout", e => { if (!find.contains(e.relatedTarget)) close(); });
  find.addEventListener("keydown", e => {
    if (box.hidden) return;
    const links = [...box.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    if (e.key === "Escape") { e.preventDefault(); close(); field.focus(); }
    else if (e.key === "ArrowDown") { e.preventDefault(); links[Math.min(at + 1, links.length - 1)].focus(); }
    else if (e.key === "ArrowUp" && at >= 0) { e.preventDefault(); (links[at - 1] || field).focus(); }
  });
}

// The ruler: drag across bars to set the days, release to apply.
let from;
const barAt = e => document.elementFromPoint(e.clientX, from.parentElement.getBoundingClientRect().top + 8)?.closest("[data-brush] > li");
const between = (a, b) => { const bars = [...a.parentElement.children], [i, j] = [bars.indexOf(a), bars.indexOf(b)].sort((x, y) => x - y); return bars.slice(i, j + 1); };
addEventListener("pointerdown", e => { if (e.pointerType === "mouse" && e.button === 0) from = e.target.closest("[data-brush] > li"); });
addEventListener("dragstart", e => { if (e.target.closest?.("[data-brush]")) e.preventDefault(); });
addEventListener("pointermove", e => {
  const to = from && barAt(e); if (!to) return;
  const chosen = between(from, to);
  for (const li of from.parentElement.children) li.firstElementChild.classList.toggle("in", to !== from && chosen.includes(li));
});
addEventListener("pointerup", e => {
  const to = from && barAt(e), start = from; from = null;
  if (!to || to === start) return;
  const chosen = between(start, to), f = document.forms.when;
  f.from.value = chosen[0].dataset.from; f.to.value = chosen.at(-1).dataset.to; f.requestSubmit();
});
