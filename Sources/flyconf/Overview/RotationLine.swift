import DeployModel

/// The next rotations as marks on a line of days, and what each mark stands for.
struct RotationLine {
  /// How many days the line has.
  static let days = 90
  /// How many columns, without the signs at its ends.
  private static let columns = 60
  /// How many marks are explained; the others are counted.
  private static let explained = 4

  /// What falls on one column.
  private struct Mark {
    var column: Int
    var sign: Character
    var values: [DueValue]
  }

  private let marks: [Mark]

  init(_ list: DueList) {
    let groups = Dictionary(grouping: list.values, by: Self.column)
    let columns = groups.keys.sorted()
    marks = columns.enumerated().map { index, column in
      let sign: Character = column == 0 ? "!" : Self.sign(index + (columns.first == 0 ? 0 : 1))
      return Mark(column: column, sign: sign, values: groups[column] ?? [])
    }
  }

  /// What is due now stands at 0.
  private static func column(_ value: DueValue) -> Int {
    guard !value.isDue, let days = value.daysLeft else { return 0 }
    return min(columns, max(1, (days * columns + Self.days - 1) / Self.days))
  }

  private static func sign(_ number: Int) -> Character {
    number < 10 ? Character("\(number)") : "+"
  }

  var lines: [String] {
    var line = [Character](repeating: "-", count: Self.columns + 1)
    for tick in stride(from: 0, through: Self.columns, by: Self.columns / 3) { line[tick] = "|" }
    for mark in marks { line[mark.column] = mark.sign }
    let explanations = marks.flatMap(explanations)
    let left = explanations.count - Self.explained
    return [String(line), Self.scale] + explanations.prefix(Self.explained)
      + (left > 0 ? ["and \(Counted(left, "more day"))"] : [])
  }

  private static let scale: String = {
    let third = columns / 3
    return [0, 30, 60].map { "\($0)".padded(to: third) }.joined() + "90 days"
  }()

  /// One line for what is due now, or for each day that a mark stands for.
  private func explanations(of mark: Mark) -> [String] {
    guard mark.column > 0 else {
      let names = mark.values.map { "\($0.entry.shownName) \($0.state)" }
      return ["\(mark.sign) \(names.joined(separator: ", "))"]
    }
    let days = Dictionary(grouping: mark.values) { $0.daysLeft ?? 0 }
    return days.sorted { $0.key < $1.key }.map { days, values in
      let names = values.map(\.entry.shownName).joined(separator: ", ")
      let day = values.first?.day?.description ?? ""
      return "\(mark.sign) \(day), in \(Counted(days, "day")): \(names)"
    }
  }
}

extension String {
  /// The text with spaces behind it, up to so many characters.
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}
