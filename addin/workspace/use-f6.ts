import { type RefObject, useEffect, useRef } from 'react';

const focusable = '[contenteditable="true"], textarea, input, button, [tabindex="0"]';

function firstIn(place: HTMLElement): HTMLElement | undefined {
  return [...place.querySelectorAll<HTMLElement>(focusable)].find(
    (element) =>
      element.tabIndex >= 0 && element.closest('[hidden]') === null && !element.hasAttribute('disabled'),
  );
}

/**
 * F6 goes from the desk to the pane and back, as in Office, to where the focus was the last time. It is the way out of
 * a table or a list, where Tab moves between the cells and indents.
 * @param onMove shows the place that gets the focus, where only one is seen at a time
 */
export function useF6(
  desk: RefObject<HTMLElement | null>,
  pane: RefObject<HTMLElement | null>,
  onMove: (to: 'desk' | 'pane') => void,
): void {
  const last = useRef<{ desk: Element | null; pane: Element | null }>({ desk: null, pane: null });
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      if (pane.current?.contains(target)) last.current.pane = target;
      else if (desk.current?.contains(target)) last.current.desk = target;
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const to = pane.current?.contains(document.activeElement) ? 'desk' : 'pane';
      const place = (to === 'desk' ? desk : pane).current;
      if (!place) return;
      onMove(to);
      requestAnimationFrame(() => {
        const before = last.current[to];
        const known =
          before instanceof HTMLElement && place.contains(before) && before.closest('[hidden]') === null;
        (known ? before : firstIn(place))?.focus();
      });
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('keydown', press);
    };
  }, [desk, pane, onMove]);
}
