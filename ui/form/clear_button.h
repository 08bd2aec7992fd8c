// A line edit's button that empties it, with a name for those who hear it.
#pragma once

class QLineEdit;
class QString;

namespace keywright {

/// Call it before other actions are put into the line.
void addClearButton(QLineEdit *line, const QString &name);

} // namespace keywright
