// «Rapportera fel»: a link beside each reading of an agreement to a new issue in the repository, with agreement, fact, quote
// and address filled in. It is made here, since hundreds of quotes in addresses would weigh more than the page. Nothing is
// sent before the reader does so there. Without this file the page's own «Rapportera fel», at its foot, remains.

(() => {
  const { make, onPage } = Avtalsatlas;

  /** An address for others: what a reader has opened from a disk is told from the site's root. */
  const whole = (link, id) => (location.protocol.startsWith("http") ? link.href : `avtal/${id}/index.html${link.hash}`);

  /** The address of a new issue. A quote that is too long for an address is cut at its end. */
  function issue(form, longest, title, lines, quote) {
    const filled = (words) =>
      form
        .replace("{title}", () => encodeURIComponent(title))
        .replace("{body}", () => encodeURIComponent([...lines, `«${words}»`].join("\n")));
    // Half of a letter that is two to the computer cannot be written in an address.
    let letters = [...quote];
    while (letters.length > 1 && filled(letters.join("")).length > longest) {
      letters = [...letters.slice(0, Math.floor(letters.length * 0.9) - 1), "…"];
    }
    return filled(letters.join(""));
  }

  function addLink(item, { document: id, issue: form, longest }) {
    const title = document.querySelector("h1")?.firstChild?.textContent.trim() ?? id;
    const reading = item.querySelector("a.aa-reads");
    const lines = ["Vad är fel, och hur borde det vara?", "", "", ""];
    lines.push(`Avtal: ${title} (${id})`, `Uppgift: ${item.dataset.reads}, ${reading.textContent}`);
    lines.push(`Adress: ${whole(reading, id)}`, `Citat ur ${item.dataset.clause}:`);
    const href = issue(form, Number(longest), `Fel i ${id}: ${item.dataset.reads}`, lines, item.dataset.quote);
    const name = make("span", {}, "Rapportera fel");
    item.append(" ", make("a", { className: "aa-propose aa-propose--report", href }, name));
  }

  onPage(() => {
    const head = document.querySelector("[data-issue]");
    if (!head) return;
    document.querySelectorAll("li[data-quote]").forEach((item) => {
      if ("reportable" in item.dataset) return;
      item.dataset.reportable = "";
      addLink(item, head.dataset);
    });
  });
})();
