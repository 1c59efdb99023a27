// «I min kommun»: a list to choose a municipality from, above the table of all of them. The choice stands in the address,
// so that it can be sent to somebody. Without this file the whole table is there to read.

(() => {
  const ALL = "";

  function option(value, words) {
    const made = document.createElement("option");
    made.value = value;
    made.textContent = words;
    return made;
  }

  function groups(rows) {
    const found = new Map();
    rows.forEach((row) => {
      const { county, municipality } = row.dataset;
      if (!found.has(county)) {
        found.set(county, document.createElement("optgroup"));
        found.get(county).label = county;
      }
      found.get(county).append(option(row.id, municipality));
    });
    return [...found.values()];
  }

  /** Show one municipality, or all. A county whose rows are all hidden is hidden with them. */
  function choose(table, rows, id) {
    rows.forEach((row) => (row.hidden = id !== ALL && row.id !== id));
    table.querySelectorAll("tbody").forEach((body) => {
      body.hidden = ![...body.querySelectorAll("tr[data-municipality]")].some((row) => !row.hidden);
    });
    table.closest(".aa-scroll").classList.toggle("aa-chosen", id !== ALL);
  }

  function told(rows, id) {
    const row = rows.find((each) => each.id === id);
    if (!row) return `Alla ${rows.length} kommuner visas.`;
    const names = [...row.querySelectorAll(".aa-here a")].map((link) => link.textContent);
    return `${row.dataset.municipality}: ${names.join(", ") || "inget avtal på webbplatsen"}.`;
  }

  function onPage() {
    const table = document.querySelector(".aa-municipalities");
    if (!table || document.querySelector(".aa-pick")) return;
    const rows = [...table.querySelectorAll("tr[data-municipality]")];
    const holder = document.createElement("div");
    const label = document.createElement("label");
    const select = document.createElement("select");
    const status = document.createElement("p");
    holder.className = "aa-pick";
    label.htmlFor = select.id = "aa-kommun";
    label.textContent = "Välj kommun";
    select.append(option(ALL, "Alla kommuner"), ...groups(rows));
    status.setAttribute("role", "status");
    select.addEventListener("change", () => {
      choose(table, rows, select.value);
      status.textContent = told(rows, select.value);
      history.replaceState(history.state, "", select.value ? `#${select.value}` : location.pathname + location.search);
    });
    holder.append(label, select, status);
    table.closest(".aa-scroll").before(holder);

    const fromAddress = () => {
      const id = Avtalsatlas.named();
      select.value = rows.some((row) => row.id === id) ? id : ALL;
      choose(table, rows, select.value);
      status.textContent = told(rows, select.value);
    };
    addEventListener("hashchange", () => table.isConnected && fromAddress());
    fromAddress();
  }

  if (typeof document$ !== "undefined") document$.subscribe(onPage);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", onPage);
  else onPage();
})();
