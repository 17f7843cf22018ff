// Makes the ids of rules (EV-021) links to the rule, wherever they are mentioned.

const pages = {
  PL: 'policy-language', EV: 'evaluation', VA: 'validation', ID: 'identities', CR: 'credentials', ST: 'sts'
}
const mention = /\b(PL|EV|VA|ID|CR|ST)-\d{3}\b/g

/** Links the names of files in the rules to their pages. */
function linkPages(article) {
  for (const code of article.querySelectorAll('code')) {
    const page = code.textContent.match(/^([a-z-]+)\.md$/)?.[1]
    if (page && (Object.values(pages).includes(page) || page === 'scenario-format')) {
      const link = document.createElement('a')
      link.href = `${page}.html`
      link.textContent = page
      code.replaceWith(link)
    }
  }
}

/** Gives each rule on a page of rules its id as anchor. */
function markRules(article) {
  for (const strong of article.querySelectorAll('strong')) {
    const id = strong.textContent.match(/^(PL|EV|VA|ID|CR|ST)-\d{3}\b/)?.[0]
    if (id && !document.getElementById(id)) {
      strong.id = id
      strong.classList.add('rule')
    }
  }
}

function linkRules(article, root) {
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, node =>
    node.parentElement.closest('a, pre, code, h1, h2, .rule') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
  const found = []
  while (texts.nextNode()) {
    if (texts.currentNode.data.search(mention) >= 0) {
      found.push(texts.currentNode)
    }
  }

  for (const node of found) {
    const parts = document.createDocumentFragment()
    let end = 0
    for (const match of node.data.matchAll(mention)) {
      const link = document.createElement('a')
      link.href = `${root}rules/${pages[match[1]]}.html#${match[0]}`
      link.textContent = match[0]
      parts.append(node.data.slice(end, match.index), link)
      end = match.index + match[0].length
    }
    parts.append(node.data.slice(end))
    node.replaceWith(parts)
  }
}

/** Lets long names break after punctuation. */
function markBreaks(article) {
  for (const code of article.querySelectorAll('code')) {
    if (!code.closest('pre') && code.childElementCount === 0 && code.textContent.length > 14) {
      code.replaceChildren(...code.textContent.split(/(?<=[.:/=_,{}])/).flatMap((part, i) => i === 0 ? [part] : [document.createElement('wbr'), part]))
    }
  }
}

/** Names each cell's column, for the narrow form of tables. */
function nameCells(article) {
  for (const table of article.querySelectorAll('table')) {
    const columns = [...table.querySelectorAll('thead th')].map(th => th.textContent.trim())
    if (columns.length === 0 || columns.length > 4) {
      continue
    }
    table.classList.add('stack')
    for (const row of table.querySelectorAll('tbody tr')) {
      [...row.cells].forEach((cell, i) => {
        if (columns[i]) {
          cell.dataset.column = columns[i]
        }
      })
    }
  }
}

export default {
  start: () => {
    const article = document.querySelector('article')
    if (!article) {
      return
    }
    const root = document.querySelector('meta[name="docfx:rel"]')?.content ?? ''
    if (/\/rules\/[^/]*$/.test(location.pathname)) {
      markRules(article)
      linkPages(article)
    }
    linkRules(article, root)
    nameCells(article)
    markBreaks(article)
    if (location.hash) {
      // Again once code is coloured and tables have their size: until then the page still moves.
      const show = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({ behavior: 'instant' })
      show()
      setTimeout(show, 400)
    }
  }
}
