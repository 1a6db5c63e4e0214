import Documents

/// A line that fits a terminal of the usual width.
enum ScreenLine {
  /// In columns.
  static let width = 80

  /// A text of so many columns at most; what is left out has a mark in its place.
  static func clipped(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.columns(of: text) > columns else { return text }
    var clipped = String.UnicodeScalarView()
    var width = 0
    for scalar in text.unicodeScalars {
      width += DisplayWidth.columns(of: scalar)
      if width > columns - 1 { break }
      clipped.append(scalar)
    }
    return String(clipped) + "…"
  }
}
