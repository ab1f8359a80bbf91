import './testing/browser.ts';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { LazyMenu } from './lazy-menu.tsx';

afterEach(cleanup);

async function open() {
  const onChoose = jest.fn<(key: string) => void>();
  const labels = ['Umschreiben', 'Vermerk', 'Zusammenfassen'];
  render(
    <FluentProvider>
      <LazyMenu
        button={{ children: 'Mehr' }}
        choices={labels.map((label) => ({ key: label, label }))}
        onChoose={onChoose}
      />
    </FluentProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Mehr' }));
  // Fluent does it itself where there is a layout.
  (await screen.findByRole('menuitem', { name: 'Umschreiben' })).focus();
  return { onChoose };
}

const focused = () => document.activeElement?.textContent;

describe('a menu', () => {
  it('is walked through with the arrows, around its ends', async () => {
    await open();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('Vermerk');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('Umschreiben');
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe('Zusammenfassen');
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('Umschreiben');
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('Zusammenfassen');
  });

  it('gives what was chosen and closes', async () => {
    const { onChoose } = await open();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onChoose).toHaveBeenCalledWith('Vermerk');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  });

  it('closes with Esc and with Tab', async () => {
    await open();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Mehr' }));
    (await screen.findByRole('menuitem', { name: 'Umschreiben' })).focus();
    await userEvent.keyboard('{Tab}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  });

  it('has nothing hidden around it that takes the focus', async () => {
    await open();
    const hidden = document.querySelectorAll('[aria-hidden="true"][tabindex="0"]');
    expect([...hidden].map(({ outerHTML }) => outerHTML)).toEqual([]);
  });
});
