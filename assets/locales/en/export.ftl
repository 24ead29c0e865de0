## What stands below a map that is exported

# $date (String)
sheet-edited = Last changed { $date }

## Why a map cannot be exported

export-no-journeys = There is no journey map in it.
# $name (String)
# $known (String)
export-no-journey = There is no journey map “{ $name }”. There are: { $known }.
# $name (String)
# $known (String)
export-no-lane = There is no lane “{ $name }”. There are: { $known }.
# $name (String)
# $known (String)
export-no-persona = There is no persona “{ $name }”. There are: { $known }.
# $width (String)
# $height (String)
# $most (String)
export-too-large = The picture would be { $width } × { $height } pixels. At most { $most } million pixels can be written, and no side longer than 65,000: choose a smaller scale or width.
# $width (String)
# $height (String)
export-too-small = The picture would be { $width } × { $height } pixels: choose a larger scale or width.
# $error (String)
export-cannot-write = It cannot be written: { $error }
export-stopped = The export was stopped.
# $most (String)
export-too-many-pages = It would be more than { $most } sheets: choose larger paper or a smaller page.
# $error (String)
export-unexpected = The document cannot be made: { $error }
export-shrunk = Scaled down: no PDF reader takes a larger page
# $points (String)
# $paper (String)
export-small-text = The smallest text would be { $points } points, too small to read on paper. From { $paper } on it can be read.
# $points (String)
export-small-text-no-paper = The smallest text would be { $points } points, too small to read on paper, and on A0 too. Split the map over several sheets in its own size.

## What stands on pages

# $number (String)
# $count (String)
# $row (String)
# $column (String)
export-tile = Sheet { $number } of { $count } · row { $row }, column { $column }
# $phase (String)
export-phase-page = { $phase }, alone
