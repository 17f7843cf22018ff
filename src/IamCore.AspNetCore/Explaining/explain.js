'use strict';

const form = document.getElementById('question');
const answer = document.getElementById('answer');
const here = location.pathname.replace(/\/+$/, '');

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function readContext(text) {
  const context = {};
  for (const line of text.split('\n')) {
    const at = line.indexOf('=');
    if (at > 0) (context[line.slice(0, at).trim()] ??= []).push(line.slice(at + 1).trim());
  }
  return context;
}

function showStatement(statement) {
  const shown = element('div', undefined, `statement ${statement.role} ${statement.effect}`);
  shown.append(element('p', statement.summary));
  shown.append(element('pre', statement.text));
  for (const condition of statement.conditions) {
    shown.append(element('p', condition.text, condition.holds ? 'holds' : 'fails'));
  }
  return shown;
}

function showMissing(keys) {
  const list = element('p');
  for (const key of keys) {
    const add = element('button', `${key} =`, 'small');
    add.type = 'button';
    add.title = `Add ${key} to the context`;
    add.addEventListener('click', () => {
      const context = form.elements.context;
      context.value += `${context.value && !context.value.endsWith('\n') ? '\n' : ''}${key} = `;
      context.focus();
    });
    list.append(add, ' ');
  }
  return list;
}

function showSession({ principal, session }) {
  const shown = element('section', undefined, 'session');
  shown.append(
    element('h2', 'The session'),
    element('p', `${principal}, ${session.kind}, until ${new Date(session.expiration).toLocaleString()}. It brings:`, 'origin'),
    element('pre', session.keys.join('\n'), 'document'));
  return shown;
}

function show(result) {
  answer.hidden = false;
  answer.replaceChildren(element('p', result.decision, `decision ${result.isAllowed ? 'allow' : 'deny'}`), element('p', result.because));
  if (result.missing.length > 0) answer.append(element('h2', 'The policies ask for what the question does not say'), showMissing(result.missing));
  if (result.session) answer.append(showSession(result));
  for (const policy of result.policies) {
    answer.append(element('h2', policy.name), element('p', policy.origin, 'origin'));
    const shown = element('div', undefined, 'document');
    shown.append(...policy.statements.map(showStatement));
    answer.append(shown);
  }
}

async function ask(event) {
  event?.preventDefault();
  const question = Object.fromEntries(new FormData(form));
  const response = await fetch(`${here}/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...question, context: readContext(question.context) }),
  });
  const result = await response.json();
  show(response.ok ? result : { decision: 'Not a question', because: result.detail ?? 'The question cannot be asked', isAllowed: false, missing: [], policies: [] });
}

async function suggest() {
  const response = await fetch(`${here}/suggestions`);
  const names = await response.json();
  for (const [list, values] of Object.entries(names)) {
    document.getElementById(list).replaceChildren(...values.map(value => Object.assign(document.createElement('option'), { value })));
  }
}

form.addEventListener('submit', ask);
form.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
suggest();
