import './testing/browser.ts';
import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { Tabs } from './tabs.tsx';

afterEach(cleanup);

const items = [
  { value: 'reply', label: 'Antworten', keys: 'Alt+1' },
  { value: 'note', label: 'Vermerk' },
  { value: 'rewrite', label: 'Umschreiben' },
];

function Shown() {
  const [chosen, choose] = useState('reply');
  return <Tabs label="Aufgaben" tabs={items} chosen={chosen} panel="panel" onChoose={choose} />;
}

const tab = (name: string) => screen.getByRole('tab', { name });
const chosen = () => screen.getByRole('tab', { selected: true });

describe('tabs', () => {
  it('are one stop of the Tab key, and nothing hidden takes the focus', async () => {
    const { container } = render(<Shown />);
    await userEvent.tab();
    expect(document.activeElement).toBe(tab('Antworten'));
    await userEvent.tab();
    expect(document.activeElement).toBe(document.body);
    expect(container.querySelectorAll('[aria-hidden="true"]')).toHaveLength(0);
  });

  it('are chosen with the arrows, around the end', async () => {
    render(<Shown />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(chosen()).toBe(tab('Vermerk'));
    expect(document.activeElement).toBe(tab('Vermerk'));
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(chosen()).toBe(tab('Umschreiben'));
  });

  it('are passed over by the arrows where they have no room', async () => {
    render(<Shown />);
    tab('Vermerk').setAttribute('data-overflowing', '');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(chosen()).toBe(tab('Umschreiben'));
  });

  it('leave the arrows to the browser where another key is held', async () => {
    render(<Shown />);
    await userEvent.tab();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(chosen()).toBe(tab('Antworten'));
  });

  it('say with which keys they are chosen, and what they show', () => {
    render(<Shown />);
    expect(tab('Antworten').title).toBe('Antworten (Alt+1)');
    expect(tab('Antworten').getAttribute('aria-keyshortcuts')).toBe('Alt+1');
    expect(tab('Vermerk').title).toBe('');
    expect(chosen().getAttribute('aria-controls')).toBe('panel');
  });
});
