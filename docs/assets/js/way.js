// «Ny på familjecentralen»: a form that leads to the reading path of a role, with the agreements of a place in the address;
// and on the path itself only these, until the reader wants to see all. Without this file there are lists of the same.

(() => {
  const { make, button, onPage } = window.Avtalsatlas;
  const NONE = "inget";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  function form() {
    const holder = document.querySelector("form[data-way-in]");
    if (!holder || holder.dataset.ready) return;
    holder.dataset.ready = "true";
    holder.hidden = false;
    const [role, place] = all("select", holder);
    const status = holder.querySelector("[role=status]");
    const tell = () => (status.textContent = place.selectedOptions[0]?.dataset.told ?? "");
    place.addEventListener("change", tell);
    // Where agreements are many, each county has a path of its own. A place with agreements of several has the common one.
    const page = (whole) => {
      const { county } = place.selectedOptions[0].dataset;
      return county ? whole.replace(/[^/]*$/, (name) => `${county}/${name}`) : whole;
    };
    holder.addEventListener("submit", (event) => {
      event.preventDefault();
      // Commas and slashes may stand in a query as they are, and make an address that can be read.
      const ids = place.value.split(",").map((id) => id.split("/").map(encodeURIComponent).join("/"));
      location.href = `${page(role.value)}?avtal=${ids.join(",")}`;
    });
    tell();
  }

  /** The agreements in the address that are on the page; `none` when the reader's place has none here. */
  function asked() {
    const words = new URLSearchParams(location.search).get("avtal") ?? "";
    const known = new Set(all("[data-avtal]").map((each) => each.dataset.avtal));
    return { ids: words.split(",").filter((id) => known.has(id)), none: words === NONE };
  }

  /** Show these agreements alone. Nothing given: all of them. */
  function show({ ids, none }) {
    const some = ids.length > 0;
    all("[data-avtal]").forEach((each) => (each.hidden = some && !ids.includes(each.dataset.avtal)));
    all("[data-way-own]").forEach((each) => {
      each.hidden = none;
      all("details", each).forEach((details) => (details.open = some));
    });
    const pairs = all("[data-pair]");
    const both = (each) => each.dataset.pair.split(" ").every((id) => ids.includes(id));
    pairs.forEach((each) => (each.hidden = some && !both(each)));
    all("[data-way-pairs]").forEach((each) => {
      each.hidden = none || pairs.every((pair) => pair.hidden);
      all("details", each).forEach((details) => (details.open = some));
    });
    // A template is there to be read, and is no agreement.
    const only = some && ids.every((id) => document.querySelector(`[data-avtal="${id}"][data-template]`));
    all("[data-way-none]").forEach((each) => (each.hidden = !none && !only));
    all("[data-way-skip]").forEach((each) => (each.hidden = !none));
  }

  /** Names with «och» before the last. */
  const listed = (names) => [names.slice(0, -1).join("; "), ...names.slice(-1)].filter(Boolean).join(" och ");

  function path() {
    const holder = document.querySelector("[data-way-choice]");
    if (!holder || holder.dataset.ready) return;
    holder.dataset.ready = "true";
    const choice = asked();
    if (!choice.ids.length && !choice.none) return;
    show(choice);
    const name = (id) => document.querySelector(`[data-avtal="${id}"] a`)?.firstChild.textContent ?? id;
    const shown = choice.none ? "Bara lagen och det allmänna visas." : `Visas: ${listed(choice.ids.map(name))}.`;
    const told = make("p", { role: "status" }, shown);
    const every = button("Visa alla avtal", () => {
      show({ ids: [], none: false });
      told.textContent = "Alla avtal visas.";
      every.remove();
      back.focus();
    });
    const back = holder.querySelector("a");
    back.textContent = "Ändra valet";
    holder.replaceChildren(told, make("p", {}, every, " ", back));
  }

  onPage(() => {
    form();
    path();
  });
})();
