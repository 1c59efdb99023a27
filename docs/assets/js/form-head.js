// «Nytt avtal»: what the agreement is, and its text. The rest of the form stands in form-topics.js.

(() => {
  const { make, form } = Avtalsatlas;

  /** A field of the page itself, which stands in no shape. */
  function own(page, key, name, control, help) {
    const path = [key];
    Object.assign(control, { id: form.idOf(path), value: page.state[key] });
    const about = make("p", { className: "aa-detail aa-form__help", id: `${control.id}-hjalp` }, help);
    control.dataset.help = about.id;
    control.setAttribute("aria-required", "true");
    control.addEventListener("input", () => {
      page.state[key] = control.value;
      page.change(path);
    });
    control.addEventListener("blur", () => page.touch(path));
    return make("div", { className: "aa-field" }, make("label", { htmlFor: control.id }, name, make("span", { className: "aa-detail" }, " krävs")), control, about, form.place(page, path, control));
  }

  const counties = ({ data }) => make("select", {}, make("option", { value: "" }, "Välj"), Object.entries(data.lists.counties ?? {}).map(([value, name]) => make("option", { value }, name)));

  /** The whole county, or some of its municipalities. */
  function municipalities(page, spec) {
    const { head } = page.state;
    const path = ["head", "municipalities"];
    const listed = make("div");
    const radio = (value, name, checked) => {
      const input = make("input", { type: "radio", name: "kommuner", value, checked });
      input.addEventListener("change", () => {
        head.municipalities = value === "all" ? "all" : [""];
        draw();
        page.change(path);
      });
      return make("label", {}, input, name);
    };
    function draw() {
      page.forget(path.join("."));
      const some = Array.isArray(head.municipalities);
      listed.replaceChildren(some ? form.field(page, head, "municipalities", spec, path) : "");
    }
    const made = make("fieldset", { className: "aa-choice" }, make("legend", {}, "Var det gäller"), radio("all", "I hela länet", head.municipalities === "all"), radio("some", "I vissa kommuner", head.municipalities !== "all"));
    draw();
    return [made, listed];
  }

  const ABOUT = {
    in_force: "Svara okänt om du inte vet. Ja och nej behöver datum och källa.",
    reviewed: "Här säger du att uppgifterna är lästa ur texten här nedanför. Textens fingeravtryck räknar sidan ut och skriver i filen. Ändras texten senare visar webbplatsen att avtalet behöver granskas på nytt.",
  };

  /** What is asked for. The page makes the fingerprint of the text by itself. */
  function asked(key, spec) {
    if (key !== "reviewed") return spec;
    const { text: _, ...fields } = spec.fields;
    return { ...spec, fields };
  }

  function head(page) {
    const isLine = ([, spec]) => !["record", "many"].includes(spec.kind);
    const fields = Object.entries(page.data.head);
    const lines = fields.filter(isLine).map(([key, spec]) => form.field(page, page.state.head, key, spec, ["head", key]));
    const boxes = fields.filter((each) => !isLine(each)).map(([key, spec]) => {
      if (key === "municipalities") return municipalities(page, spec);
      const field = form.field(page, page.state.head, key, asked(key, spec), ["head", key]);
      if (ABOUT[key]) field.querySelector("legend").after(make("p", { className: "aa-detail" }, ABOUT[key]));
      return field;
    });
    const county = own(page, "county", "Länet", counties(page), "Det län som avtalet hör till.");
    const folder = own(page, "folder", "Mappens namn", make("input", { type: "text", autocomplete: "off" }), "Blir en del av adressen, till exempel lan-2026. Ändras aldrig.");
    return make("section", {}, make("h2", { id: "avtalet" }, "Avtalet"), make("div", { className: "aa-form__grid" }, county, folder, lines), boxes);
  }

  function text(page) {
    const help = "Ord för ord. Rubriker börjar med #, punkter i listor med bindestreck. Namn på tjänstemän ersätts med funktionen inom hakparentes.";
    return make("section", { className: "aa-form__text" }, make("h2", { id: "texten" }, "Texten"), own(page, "text", "Avtalets text (text.md)", make("textarea", { rows: 14 }), help));
  }

  function answers(page) {
    const section = make("section", { id: form.idOf(["topics"]) });
    const intro = make("p", {}, "Läs hela texten för ett ämne i taget. Svarar den lägger du till ett faktum för varje sak den säger, med citat. Ämnen som du inte rör står som «Ej granskad».");
    section.append(make("h2", { id: "svaren" }, "Svaren, ämne för ämne"), intro, form.place(page, ["topics"], section), ...form.topics(page));
    return section;
  }

  /** All parts of the form, in their order. */
  const parts = (page) => [head(page), text(page), answers(page)];

  Object.assign(form, { parts });
})();
