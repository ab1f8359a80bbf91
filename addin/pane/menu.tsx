import { Button, Menu, MenuItem, MenuItemRadio, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowMenuList } from './arrow-menu-list.tsx';
import type { MenuProps } from './lazy-menu.tsx';

/** A menu that opens as soon as it is there. */
export default function OpenMenu({ button, choices, onChoose }: MenuProps) {
  const checked = choices.filter((choice) => choice.checked).map(({ key }) => key);
  return (
    <Menu defaultOpen checkedValues={{ choice: checked }}>
      <MenuTrigger disableButtonEnhancement>
        <Button {...button} />
      </MenuTrigger>
      <MenuPopover>
        <ArrowMenuList>
          {choices.map(({ key, label, checked: mark }) =>
            mark === undefined ? (
              <MenuItem key={key} onClick={() => onChoose(key)}>
                {label}
              </MenuItem>
            ) : (
              <MenuItemRadio key={key} name="choice" value={key} onClick={() => onChoose(key)}>
                {label}
              </MenuItemRadio>
            ),
          )}
        </ArrowMenuList>
      </MenuPopover>
    </Menu>
  );
}
