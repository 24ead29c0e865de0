//! What a user without a plan may do next.

use super::super::texts;
use super::{CTRL, User};
use egui::accesskit::{Action, ActionData, ActionRequest};
use egui::{
    Event, ImeEvent, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, TouchPhase,
    ViewportId, vec2,
};
use egui_kittest::kittest::NodeT;
use kundresa::model::LaneKind;
use kundresa::ui::Nth;
use kundresa::ui::state::command::Command;
use kundresa::words::Words;

impl User {
    pub(super) fn deed(&mut self) {
        if self.is_dialog("path") {
            return self.answer_path();
        }
        if self.modal().is_some() && !self.dice.once_in(4) {
            return self.answer();
        }
        if self.doc().is_none() && self.dice.once_in(2) {
            return self.open();
        }
        match self.dice.roll(100) {
            0..16 => self.click(),
            16..34 => self.drag(),
            34..41 => self.wheel(),
            41..51 => {
                let text = texts::typed(&mut self.dice);
                self.tell(format!("types {text:?}"));
                self.type_text(&text);
            }
            51..62 => self.any_key(),
            62..65 => self.keyboard(),
            65..75 => self.command(),
            75..79 => self.paste(),
            79..82 => self.clipboard(),
            82..87 => self.storm(),
            87..89 => self.resize(),
            89..93 => self.widget(),
            93 => self.ime(),
            94 => self.keyboard(),
            95..97 => self.save(),
            97 if self.dice.once_in(2) => self.draw(),
            97 if self.dice.once_in(2) => self.merge(),
            97 => self.chaos(),
            98 => {
                let frames = self.dice.roll(30);
                self.tell(format!("waits {frames} frames"));
                self.window.run_steps(frames);
            }
            _ if self.dice.once_in(4) => self.open(),
            _ => self.keep_on_typing(),
        }
    }

    pub(super) fn click(&mut self) {
        let at = self.place();
        let modifiers = self.modifiers();
        let button = match self.dice.roll(8) {
            0 | 1 => PointerButton::Secondary,
            2 if self.dice.once_in(3) => PointerButton::Middle,
            _ => PointerButton::Primary,
        };
        let times = *self.dice.one(&[1, 1, 1, 2, 2, 3]);
        self.tell(format!("clicks {times} times at {at} with {button:?} {modifiers:?}"));
        if button == PointerButton::Middle {
            let text = texts::typed(&mut self.dice);
            self.frame(vec![Event::MiddleClickPaste { pos: at, text }]);
        }
        self.frame(vec![Event::PointerMoved(at)]);
        for _ in 0..times {
            self.button(at, button, true, modifiers);
            self.button(at, button, false, modifiers);
        }
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    /// Draws curves: takes up pens by figures and clicks or drags in the same height.
    pub(super) fn draw(&mut self) {
        let lane = self.window.state().document().and_then(|doc| {
            let canvas = doc.cameras.get(&doc.journey)?;
            let scene = doc.scene.as_ref()?;
            let lane = scene.lanes.iter().find(|lane| lane.kind == LaneKind::Emotions)?;
            Some(canvas.canvas_from_doc(egui::pos2(0.0, lane.y + lane.height / 2.0)).y)
        });
        for _ in 0..1 + self.dice.roll(6) {
            let mut at = self.place();
            // About where it is: the canvas begins below the menus.
            at.y = lane.map_or(at.y, |y| y + 80.0 + self.dice.between(-60.0, 60.0));
            self.frame(vec![Event::PointerMoved(at)]);
            let nth = Nth::ALL[self.dice.roll(Nth::ALL.len())];
            self.tell(format!("takes up pen {} and draws at {at}", nth.number()));
            self.press(nth.key(), Modifiers::NONE);
            self.type_text(&nth.number().to_string());
            self.button(at, PointerButton::Primary, true, Modifiers::NONE);
            if self.dice.once_in(2) {
                let to = at + vec2(self.dice.between(-90.0, 90.0), self.dice.between(-90.0, 90.0));
                self.frame(vec![Event::PointerMoved(to)]);
                at = to;
            }
            self.button(at, PointerButton::Primary, false, Modifiers::NONE);
            let key = *self.dice.one(&[Key::ArrowUp, Key::Backspace, Key::Enter, Key::Escape]);
            if self.dice.once_in(2) {
                self.tell(format!("presses {key:?}"));
                self.press(key, Modifiers::NONE);
            }
        }
    }

    pub(super) fn drag(&mut self) {
        let (from, to) = (self.place(), self.place());
        let modifiers = self.modifiers();
        let button = match self.dice.roll(8) {
            0 => PointerButton::Middle,
            1 => PointerButton::Secondary,
            _ => PointerButton::Primary,
        };
        let moves = 1 + self.dice.roll(7);
        self.tell(format!("drags {from} to {to} by {moves} with {button:?} {modifiers:?}"));
        self.frame(vec![Event::PointerMoved(from)]);
        self.button(from, button, true, modifiers);
        for at in 1..=moves {
            let at = from.lerp(to, at as f32 / moves as f32);
            let mut events = vec![Event::PointerMoved(at)];
            if self.dice.once_in(8) {
                let modifiers = self.modifiers();
                events.push(Event::ModifiersChanged(modifiers));
            }
            self.frame(events);
            if self.dice.once_in(12) {
                self.interrupt();
            }
        }
        // Now and then the button is let go where nobody sees it.
        if self.dice.once_in(12) {
            self.tell("leaves the window while dragging");
            self.frame(vec![Event::PointerGone]);
            return;
        }
        self.button(to, button, false, modifiers);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    /// Something that comes between while something is dragged.
    pub(super) fn interrupt(&mut self) {
        match self.dice.roll(9) {
            7 | 8 => self.shortcut(),
            0 => {
                self.tell("… Esc");
                self.press(Key::Escape, Modifiers::NONE);
            }
            1 => self.any_key(),
            2 => self.wheel(),
            3 => self.storm(),
            4 => self.paste(),
            5 => self.resize(),
            _ => {
                let focused = self.dice.once_in(2);
                self.tell(format!("… focused: {focused}"));
                self.frame(vec![Event::WindowFocused(focused)]);
            }
        }
    }

    /// A shortcut in the middle of something: its Ctrl is seen before its letter.
    fn shortcut(&mut self) {
        let mut keys = vec![Key::D, Key::Z, Key::Num1, Key::I, Key::A];
        let path = self.doc().and_then(|doc| doc.path.clone());
        if path.is_some_and(|path| path.starts_with(&self.folder)) {
            keys.push(Key::S);
        }
        let key = *self.dice.one(&keys);
        self.tell(format!("… Ctrl {key:?}"));
        self.frame(vec![Event::ModifiersChanged(CTRL)]);
        self.press(key, CTRL);
    }

    /// Goes about by the keyboard alone: over the map, to the fields, through the menus.
    fn keyboard(&mut self) {
        match self.dice.roll(5) {
            0 => {
                let back = if self.dice.once_in(3) { Modifiers::SHIFT } else { Modifiers::NONE };
                let times = 1 + self.dice.roll(12);
                self.tell(format!("goes {times} cells by Tab {back:?} and types"));
                (0..times).for_each(|_| self.press(Key::Tab, back));
                let text = texts::typed(&mut self.dice);
                self.type_text(&text);
            }
            1 => {
                self.tell("goes to the fields and back");
                self.press(Key::F4, Modifiers::NONE);
                if self.dice.once_in(2) {
                    let text = texts::typed(&mut self.dice);
                    self.type_text(&text);
                    self.press(Key::Z, CTRL);
                }
                self.press(Key::F4, Modifiers::NONE);
            }
            2 => {
                self.tell("goes through the menus");
                self.press(Key::F10, Modifiers::NONE);
                for _ in 0..self.dice.roll(9) {
                    let key = *self.dice.one(&[
                        Key::ArrowRight,
                        Key::ArrowLeft,
                        Key::ArrowDown,
                        Key::ArrowUp,
                    ]);
                    self.press(key, Modifiers::NONE);
                }
                self.press(Key::Escape, Modifiers::NONE);
            }
            3 => {
                let text = texts::typed(&mut self.dice);
                self.tell(format!("types {text:?} over what is selected, and undoes it there"));
                self.type_text(&text);
                let times = 1 + self.dice.roll(3);
                self.keys(Key::Z, CTRL, times);
                let key = *self.dice.one(&[Key::Enter, Key::Tab, Key::Escape]);
                self.press(key, Modifiers::NONE);
                if self.dice.once_in(2) {
                    self.press(key, Modifiers::NONE);
                }
            }
            _ => {
                let at = self.place();
                self.tell(format!("lets go of all and begins a card at {at}"));
                self.press(Key::Escape, Modifiers::NONE);
                self.frame(vec![Event::PointerMoved(at)]);
                let key = if self.dice.once_in(2) { "n" } else { "T" };
                self.type_text(key);
                let text = texts::typed(&mut self.dice);
                self.type_text(&text);
                self.press(Key::Escape, Modifiers::NONE);
            }
        }
    }

    pub(super) fn wheel(&mut self) {
        let at = self.place();
        let modifiers = self.modifiers();
        let far = *self.dice.one(&[3.0, 60.0, 60.0, 400.0, 1e5, 1e9]);
        let delta = vec2(self.dice.between(-far, far), self.dice.between(-far, far));
        let unit =
            *self.dice.one(&[MouseWheelUnit::Point, MouseWheelUnit::Line, MouseWheelUnit::Page]);
        self.tell(format!("turns the wheel by {delta} {unit:?} at {at} {modifiers:?}"));
        let (phase, source) = (TouchPhase::Move, MouseWheelSource::Wheel);
        let zoom = *self.dice.one(&[0.01, 0.5, 0.9, 1.1, 2.0, 100.0]);
        let event = if self.dice.once_in(4) {
            Event::Zoom(zoom)
        } else {
            Event::MouseWheel { unit, delta, phase, source, modifiers }
        };
        self.frame(vec![Event::PointerMoved(at), Event::ModifiersChanged(modifiers), event]);
        let frames = self.dice.roll(4);
        self.window.run_steps(frames);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    pub(super) fn any_key(&mut self) {
        const KEYS: [Key; 24] = [
            Key::Enter,
            Key::Enter,
            Key::Tab,
            Key::Tab,
            Key::Escape,
            Key::Delete,
            Key::Backspace,
            Key::ArrowLeft,
            Key::ArrowRight,
            Key::ArrowUp,
            Key::ArrowDown,
            Key::ArrowDown,
            Key::Home,
            Key::End,
            Key::PageUp,
            Key::PageDown,
            Key::F2,
            Key::F1,
            Key::Space,
            Key::D,
            Key::A,
            Key::Num0,
            Key::Num1,
            Key::Num2,
        ];
        let key = *self.dice.one(&KEYS);
        let modifiers = self.modifiers();
        let times = *self.dice.one(&[1, 1, 1, 2, 7]);
        self.tell(format!("presses {key:?} {modifiers:?} {times} times"));
        self.keys(key, modifiers, times);
    }

    pub(super) fn command(&mut self) {
        let commands = Command::all();
        let command = self.dice.one(&commands).clone();
        // The system's dialogs and the end are left out.
        if matches!(command, Command::Open | Command::Quit | Command::Save) {
            return;
        }
        self.choose(&command);
    }

    /// Chooses a command by its key, or in the palette.
    pub(super) fn choose(&mut self, command: &Command) {
        self.tell(format!("chooses {command:?}"));
        if let Some(key) = command.keys().first()
            && self.dice.once_in(2)
        {
            let Modifiers { alt, shift, command, .. } = key.modifiers;
            let modifiers = Modifiers { alt, shift, ctrl: command, command, mac_cmd: false };
            return self.press(key.logical_key, modifiers);
        }
        self.press(Key::K, CTRL);
        let label = command.label(&Words::new(self.window.state().state().lang));
        self.type_text(&label);
        self.press(Key::Enter, Modifiers::NONE);
    }

    pub(super) fn paste(&mut self) {
        let text = texts::pasted(&mut self.dice);
        self.tell(format!("pastes {text:?}"));
        self.frame(vec![Event::Paste(text)]);
    }

    /// Copies or cuts, and pastes somewhere.
    pub(super) fn clipboard(&mut self) {
        let event = if self.dice.once_in(3) { Event::Cut } else { Event::Copy };
        self.tell(format!("{event:?} and paste"));
        self.frame(vec![event]);
        let commands = &self.window.output().platform_output.commands;
        let text = commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if self.dice.once_in(3) {
            self.click();
        }
        if let Some(text) = text {
            self.frame(vec![Event::Paste(text)]);
        }
    }

    /// Undo and redo, many in a frame.
    pub(super) fn storm(&mut self) {
        for _ in 0..1 + self.dice.roll(4) {
            let (times, undo) = (1 + self.dice.roll(12), self.dice.once_in(2));
            self.tell(format!("{} {times} times", if undo { "undoes" } else { "redoes" }));
            self.keys(if undo { Key::Z } else { Key::Y }, CTRL, times);
        }
    }

    pub(super) fn resize(&mut self) {
        let size = match self.dice.roll(5) {
            0 => vec2(50.0, 50.0),
            1 => vec2(4000.0, 3000.0),
            2 => vec2(self.dice.between(1.0, 400.0), self.dice.between(1.0, 4000.0)),
            _ => vec2(self.dice.between(600.0, 1800.0), self.dice.between(400.0, 1100.0)),
        };
        let scale = *self.dice.one(&[1.0, 1.0, 1.0, 0.5, 1.25, 1.5, 2.0, 3.0, 4.0]);
        self.tell(format!("makes the window {size} at {scale}"));
        self.window.set_size(size);
        let root = self.window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        root.native_pixels_per_point = Some(scale);
        self.window.step();
        self.window.step();
    }

    /// Does something with a widget as a screen reader would.
    pub(super) fn widget(&mut self) {
        let nodes: Vec<_> = self.window.root().children_recursive().collect();
        let Some(node) = nodes.get(self.dice.roll(nodes.len())) else { return };
        let (target_node, target_tree) = node.accesskit_node().locate();
        let what =
            format!("{:?} {:?}", node.accesskit_node().role(), node.accesskit_node().label());
        let text = texts::typed(&mut self.dice);
        let (action, data) = match self.dice.roll(7) {
            0 | 1 => (Action::Click, None),
            2 => (Action::Focus, None),
            3 => (Action::Increment, None),
            4 => (Action::Decrement, None),
            5 => {
                let value = *self.dice.one(&[0.0, -1e300, 1e300, 0.3, 55.0, f64::NAN]);
                (Action::SetValue, Some(ActionData::NumericValue(value)))
            }
            _ => (Action::SetValue, Some(ActionData::Value(text.into()))),
        };
        drop(nodes);
        self.tell(format!("{action:?} {data:?} on {what}"));
        let request = ActionRequest { target_node, target_tree, action, data };
        self.frame(vec![Event::AccessKitActionRequest(request)]);
        self.window.step();
    }

    pub(super) fn ime(&mut self) {
        let text = texts::typed(&mut self.dice);
        self.tell(format!("composes {text:?}"));
        let active = text.chars().count().min(1);
        self.frame(vec![Event::Ime(ImeEvent::Preedit {
            text: text.clone(),
            active_range_chars: Some(0..active),
        })]);
        if self.dice.once_in(3) {
            self.any_key();
        }
        self.frame(vec![Event::Ime(ImeEvent::Commit(text))]);
    }

    /// Everything at once, in one frame.
    pub(super) fn chaos(&mut self) {
        self.tell("does everything at once");
        let mut events = Vec::new();
        for _ in 0..12 {
            let (at, modifiers) = (self.place(), self.modifiers());
            let key = *self.dice.one(&[
                Key::Delete,
                Key::Enter,
                Key::Tab,
                Key::ArrowDown,
                Key::Z,
                Key::Y,
                Key::Escape,
                Key::F2,
                Key::D,
            ]);
            let text = texts::typed(&mut self.dice);
            let pressed = self.dice.once_in(2);
            let button = *self.dice.one(&[PointerButton::Primary, PointerButton::Secondary]);
            events.push(match self.dice.roll(8) {
                0 | 1 => {
                    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
                }
                2 => Event::Text(text),
                3 => Event::PointerMoved(at),
                4 | 5 => Event::PointerButton { pos: at, button, pressed, modifiers },
                6 => Event::Paste(text),
                _ => Event::ModifiersChanged(modifiers),
            });
        }
        self.frame(events);
    }

    /// Cards, one after the other, as in a workshop.
    pub(super) fn keep_on_typing(&mut self) {
        for _ in 0..self.dice.roll(8) {
            let text = texts::typed(&mut self.dice);
            let key = *self.dice.one(&[Key::Enter, Key::Enter, Key::Tab, Key::Escape]);
            self.tell(format!("types {text:?} and {key:?}"));
            self.type_text(&text);
            self.press(key, Modifiers::NONE);
        }
    }

    // --- Files ------------------------------------------------------------------------------
}
