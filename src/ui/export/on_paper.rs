//! How a map lies on paper: the paper behind it, and where it is cut into several.

use crate::export::{PaperPlan, PlannedPaper};
use crate::scene::Role;
use crate::ui::Context;
use crate::ui::kit::buttons::regular;
use egui::{Align2, Pos2, Rect, Stroke, StrokeKind, TextureHandle, Ui, Vec2};

/// Smaller papers have no number.
const NUMBERED: f32 = 18.0;

/// Shows a picture of the whole map as `plan` lays it on paper, within `room`.
pub(super) fn on_paper_ui(
    ui: &mut Ui,
    cx: &Context,
    room: Rect,
    picture: &TextureHandle,
    plan: &PaperPlan,
) {
    let theme = cx.theme;
    let edge = Stroke::new(1.0, theme.color(Role::Muted));
    let cut = Stroke::new(1.0, theme.color(Role::Accent));
    let (drawing, papers) = placed(room, plan);
    let [only] = papers.as_slice() else {
        egui::Image::new(picture).paint_at(ui, drawing);
        ui.painter().rect_stroke(drawing, 0.0, edge, StrokeKind::Outside);
        for (number, paper) in papers.iter().enumerate() {
            ui.painter().rect_stroke(*paper, 0.0, cut, StrokeKind::Middle);
            if paper.size().min_elem() >= NUMBERED {
                let text = (number + 1).to_string();
                let at = paper.left_top() + Vec2::splat(3.0);
                let color = theme.color(Role::Accent);
                ui.painter().text(at, Align2::LEFT_TOP, text, regular(11.0), color);
            }
        }
        return;
    };
    ui.painter().rect(*only, 0.0, theme.color(Role::Paper), edge, StrokeKind::Outside);
    egui::Image::new(picture).paint_at(ui, drawing);
}

/// Where the drawing stands in `room`, and each paper: the only one as large as it is; of several the
/// part of the drawing that each shows.
fn placed(room: Rect, plan: &PaperPlan) -> (Rect, Vec<Rect>) {
    let size = plan.size.max(Vec2::splat(1.0));
    if let [PlannedPaper { size: paper, window, .. }] = plan.papers.as_slice() {
        let scale = (room.size() / paper.max(Vec2::splat(1.0))).min_elem();
        let sheet = Rect::from_center_size(room.center(), *paper * scale);
        let on = |at: Pos2| sheet.min + at.to_vec2() * scale;
        return (Rect::from_min_max(on(window.min), on(window.max)), vec![sheet]);
    }
    let scale = (room.size() / size).min_elem();
    let drawing = Rect::from_center_size(room.center(), size * scale);
    let on = |at: Pos2| drawing.min + at.to_vec2() * scale;
    let part = |paper: &PlannedPaper| Rect::from_min_max(on(paper.part.min), on(paper.part.max));
    (drawing, plan.papers.iter().map(part).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{pos2, vec2};

    fn paper(size: Vec2, window: Rect, part: Rect) -> PlannedPaper {
        PlannedPaper { size, window, part }
    }

    #[test]
    fn one_paper_stands_around_its_drawing_and_several_cut_it() {
        let room = Rect::from_min_size(pos2(10.0, 10.0), vec2(420.0, 300.0));
        let all = Rect::from_min_size(Pos2::ZERO, vec2(1000.0, 200.0));
        let window = Rect::from_min_size(pos2(20.0, 100.0), vec2(802.0, 160.4));
        let papers = vec![paper(vec2(842.0, 595.0), window, all)];
        let plan = PaperPlan { size: all.size(), papers, small: None };
        let (drawing, papers) = placed(room, &plan);
        assert_eq!(papers.len(), 1);
        assert!(room.expand(0.1).contains_rect(papers[0]) && papers[0].contains_rect(drawing));
        assert!((papers[0].width() - 420.0).abs() < 0.1, "{papers:?}");
        assert!((drawing.width() / papers[0].width() - 802.0 / 842.0).abs() < 0.001);

        let half = |from: f32| Rect::from_min_size(pos2(from, 0.0), vec2(520.0, 200.0));
        let papers = [0.0, 480.0].map(|from| paper(vec2(842.0, 595.0), window, half(from)));
        let plan = PaperPlan { size: all.size(), papers: papers.into(), small: None };
        let (drawing, papers) = placed(room, &plan);
        assert_eq!((papers.len(), papers[0].union(papers[1])), (2, drawing));
        assert!(papers[0].right() > papers[1].left(), "they overlap");
    }
}
