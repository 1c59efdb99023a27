// «Kopiera hänvisning»: puts a citation of one reading on the clipboard, ready for a letter or a record of a meeting.
// Without this file nothing is lost: the words, the clause and the address all stand on the page.

(() => {
  const { copy, onPage } = Avtalsatlas;

  /** The citation of a reading: agreement, clause, quote, when it was read, which text, and the address of the words. */
  function citation(item) {
    const title = document.querySelector("h1")?.firstChild?.textContent.trim() ?? document.title;
    const { read, version } = document.querySelector("[data-read]")?.dataset ?? {};
    return [
      `${title}, ${item.dataset.clause}:`,
      `«${item.dataset.quote}»`,
      read ? `Läst av redaktionen för Avtalsatlas ${read}. Textens version: ${version}.` : "",
      item.querySelector("a.aa-reads").href,
    ]
      .filter(Boolean)
      .join("\n");
  }

  /** Say what happened to those who cannot see the button change. */
  function announce(words) {
    let status = document.querySelector(".aa-cite-status");
    if (!status) {
      status = document.createElement("p");
      status.className = "aa-cite-status aa-hidden";
      status.setAttribute("role", "status");
      document.querySelector("article")?.append(status);
    }
    status.textContent = words;
  }

  /** The last resort: the citation itself, to be copied by hand. */
  function show(item, text) {
    if (item.querySelector(".aa-cite-text")) return;
    const words = document.createElement("span");
    words.className = "aa-cite-text";
    words.textContent = text;
    item.append(words);
    getSelection()?.selectAllChildren(words);
  }

  function addButton(item) {
    const button = document.createElement("button");
    const name = "Kopiera hänvisning";
    button.type = "button";
    button.className = "aa-cite";
    button.title = name;
    button.setAttribute("aria-label", `${name}: ${item.querySelector("a.aa-reads").textContent}`);
    button.addEventListener("click", async () => {
      const text = citation(item);
      const done = await copy(text);
      if (!done) show(item, text);
      button.dataset.told = done ? "Kopierad" : "Markera och kopiera";
      announce(done ? "Hänvisningen är kopierad." : "Hänvisningen gick inte att kopiera. Den står under uppgiften.");
      setTimeout(() => delete button.dataset.told, 2500);
    });
    item.append(" ", button);
  }

  onPage(() =>
    document.querySelectorAll("li[data-quote]").forEach((item) => {
      if (!item.querySelector(".aa-cite")) addButton(item);
    }),
  );
})();
