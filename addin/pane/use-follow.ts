import { type RefCallback, useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** Pixels from the end within which a person counts as being there. */
const NEAR_END_PX = 32;

/**
 * Scrolls on with a growing text, but only while the person is at its end.
 * @param growing the text that grows, or null while nothing does
 * @returns the ref of what scrolls
 */
export function useFollow(growing: string | null): RefCallback<HTMLElement> {
  const box = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const isGrowing = growing !== null;
  useEffect(() => {
    const element = box.current;
    if (element === null || !isGrowing) return;
    atEnd.current = true;
    const look = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR_END_PX;
    };
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [isGrowing]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element !== null && isGrowing && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [growing, isGrowing]);
  return useCallback((element) => void (box.current = element), []);
}
