// «Nytt avtal»: what comes out. A preview of the file, the two files to download or copy, and the repository's own page for a
// new file, where the owner has told which it is. Nothing leaves the page before the reader opens that page.

(() => {
  const { make, button, copy, keep, form } = Avtalsatlas;
  const TYPES = { "agreement.yml": "application/yaml", "text.md": "text/markdown" };

  /** The address of a new file. What does not fit into an address is left to paste. */
  function address(pattern, longest, path, words) {
    const bare = pattern.replace("{path}", () => encodeURIComponent(path));
    const filled = bare.replace("{value}", () => encodeURIComponent(words.toWellFormed?.() ?? words));
    const fits = bare.includes("{value}") && filled.length <= longest;
    return { href: fits ? filled : bare.replace(/&\w+=\{value\}/, ""), fits };
  }

  /** Lines with their numbers beside them: findings tell which line they mean. */
  const numbered = (text) => text.replace(/\n$/, "").split("\n").flatMap((line) => [make("span", { className: "aa-form__line" }, line), "\n"]);

  /** The two files of what stands in the form. */
  const files = (page) => ({ "text.md": form.text(page.state.text), "agreement.yml": page.written.text });

  function out(page) {
    const { newFile, longest } = page;
    const folder = () => `agreements/${page.state.county || "…"}/${page.state.folder.trim() || "…"}`;
    const preview = make("pre", { tabIndex: 0, role: "region", aria: { label: "agreement.yml" } });
    const path = make("code");
    const told = make("p", { className: "aa-form__told", role: "status" });
    const links = Object.keys(TYPES).map(() => make("a", { className: "aa-button", target: "_blank", rel: "noopener" }));
    links.forEach((link) => link.addEventListener("click", (event) => page.isClean() || event.preventDefault()));
    const pasted = make("p", { className: "aa-detail" });

    const names = ["text.md", "agreement.yml"];
    const get = (name) =>
      button(`Hämta ${name}`, () => {
        if (!page.isClean()) return;
        keep.download(name, TYPES[name], files(page)[name]);
        told.textContent = `${name} är hämtad. Den ska ligga i mappen ${folder()}.`;
      }, { className: "aa-button aa-button--main" });
    const take = (name) =>
      button(`Kopiera ${name}`, async () => {
        told.textContent = (await copy(files(page)[name])) ? `${name} är kopierad.` : "Webbläsaren tillåter inte att något kopieras. Hämta filen i stället.";
      });

    function draw() {
      const made = files(page);
      path.textContent = `${folder()}/agreement.yml`;
      preview.replaceChildren(...numbered(made["agreement.yml"]));
      if (!newFile) return;
      const short = names.map((name, at) => {
        const { href, fits } = address(newFile, longest, `${folder()}/${name}`, made[name]);
        links[at].href = href;
        links[at].textContent = `Ny fil i förvaret: ${name}`;
        return fits ? "" : name;
      });
      pasted.textContent = short.some(Boolean) ? `Innehållet följer inte med för ${short.filter(Boolean).join(" och ")}: kopiera det här och klistra in det där.` : "";
    }

    const steps = newFile
      ? "Öppna en ny fil i förvaret, och spara den som ett förslag på en ny gren. Lägg den andra filen på samma gren, så att båda hamnar i samma förslag."
      : "Lägg båda filerna i mappen, och skicka in dem som ett förslag.";
    const element = make(
      "section",
      { className: "aa-form__out" },
      make("h2", { id: "filerna" }, "Filerna"),
      make("p", {}, "Så här blir ", path, ":"),
      preview,
      make("p", { className: "aa-form__row" }, names.map(get), names.map(take)),
      newFile ? make("p", { className: "aa-form__row" }, links) : "",
      newFile ? pasted : "",
      told,
      make("p", {}, steps),
    );
    return { element, draw };
  }

  Object.assign(form, { out, address, files });
})();
