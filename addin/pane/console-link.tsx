import { Link } from '@fluentui/react-components';

/** The way to the console, in a window of its own: what is worked on stays where it is. */
export function ConsoleLink() {
  return (
    <Link
      href="admin.html"
      target="_blank"
      rel="noopener"
      inline
      title="Öffnet die Verwaltung in einem neuen Fenster"
    >
      Verwaltung
    </Link>
  );
}
