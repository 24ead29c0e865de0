//! How does a text become a project?

use super::blocks::{self, JourneyBlock};
use super::parse::Diagram;
use super::{build, changes, kept, parse, sound};
use crate::exchange::join;
use crate::exchange::{ImportError, Imported, Remark, RemarkKind, SourcePlace};
use crate::model::limits::CARDS_MAX;
use crate::model::{IdSource, Project};

/// Reads a journey of Mermaid, or Markdown with such diagrams, each of which is a journey of the project.
/// Personas go by their names over the whole text. What Mermaid itself would not take is mended and told.
///
/// What [`write`](super::write) wrote comes back as the map it was, with what was changed in its visible
/// text since: names, scores and actors, sections and tasks that are new, gone or elsewhere. Cards of a
/// step that is gone are parked.
///
/// # Errors
/// Where the text is empty, holds no journey, or more than a map may.
pub fn read(text: &str, ids: &mut IdSource) -> Result<Imported, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let source = blocks::find(&text)?;
    let mut imported = Imported { remarks: source.remarks, ..Imported::default() };
    let (mut size, mut kept) = (0, false);
    for block in &source.blocks {
        let mut diagram = parse::read(block);
        size += diagram.size();
        if size > CARDS_MAX {
            return Err(ImportError::TooLarge(size, CARDS_MAX));
        }
        imported.remarks.append(&mut diagram.remarks);
        kept |= journey(&diagram, &mut imported, ids)?;
    }
    imported.remarks.sort_by_key(|remark| match remark.at {
        SourcePlace::Line(line) => line,
        SourcePlace::Whole | SourcePlace::Thing(_) | SourcePlace::Cell(..) => usize::MAX,
    });
    let project = &mut imported.project;
    // One that came along may have none.
    if project.title.is_empty() && !kept {
        let of_journey = project.journeys.first().map(|journey| journey.title.clone());
        project.title = source.title.or(of_journey).unwrap_or_default();
    }
    Ok(imported)
}

/// Adds the journey of a diagram: what went along with it, or else what it says. Was it the former?
fn journey(
    diagram: &Diagram,
    imported: &mut Imported,
    ids: &mut IdSource,
) -> Result<bool, ImportError> {
    let Imported { project, remarks } = imported;
    let damaged = match kept::read(&diagram.kept) {
        Ok(None) => None,
        Ok(Some(kept)) if sound::is_sound(&kept.project) => {
            let written =
                JourneyBlock { lines: numbered(&kept.visible), ..JourneyBlock::default() };
            let written = parse::read(&written);
            match changes::applied(&kept, &written, diagram, ids, remarks) {
                Some(changed) => {
                    let cards = cards(project) + cards(&changed);
                    if cards > CARDS_MAX {
                        return Err(ImportError::TooLarge(cards, CARDS_MAX));
                    }
                    join::join(project, changed, ids);
                    return Ok(true);
                }
                None => diagram.kept.first().map(|(line, _)| *line),
            }
        }
        Ok(Some(_)) => diagram.kept.first().map(|(line, _)| *line),
        Err(line) => Some(line),
    };
    if let Some(line) = damaged {
        let at = SourcePlace::Line(line);
        remarks.push(Remark { at, kind: RemarkKind::KeptDamaged, said: diagram.title.clone() });
    }
    build::add(diagram, project, ids);
    Ok(false)
}

/// The lines after the first, which says `journey`.
fn numbered(text: &str) -> Vec<blocks::NumberedLine<'_>> {
    text.lines().enumerate().skip(1).map(|(at, line)| (at + 1, line)).collect()
}

fn cards(project: &Project) -> usize {
    let lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
    project.parked.len() + lanes.map(|lane| lane.cards.len()).sum::<usize>()
}
