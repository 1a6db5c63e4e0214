import DeployModel
import Documents

/// What people and programs are told of an import besides what it does; never a part of a value.
struct ImportNotes {
  private(set) var texts: [String]

  /// - Parameter likelyCredentials: The names of variables that could be credentials.
  init(
    _ values: [ImportedValue], _ entries: [ImportedEntry], likelyCredentials: [String]
  ) {
    texts =
      Self.doubts(about: values)
      + [
        Self.reserved(entries), Self.likely(likelyCredentials), Self.sealed(entries),
        Self.assumed(entries),
      ].compactMap(\.self)
  }

  private static func doubts(about values: [ImportedValue]) -> [String] {
    let doubtful = values.filter { !$0.doubts.isEmpty }
    return ReadingDoubt.allCases.compactMap { doubt in
      let names = doubtful.filter { $0.doubts.contains(doubt) }.map(place)
      return names.isEmpty ? nil : "\(doubt.note): \(Spelling.list(names))"
    }
  }

  private static func place(of value: ImportedValue) -> String {
    value.lastLine == value.line
      ? "\(value.key) (line \(value.line))"
      : "\(value.key) (lines \(value.line) to \(value.lastLine))"
  }

  private static func reserved(_ entries: [ImportedEntry]) -> String? {
    let names = entries.filter {
      $0.kind == .variable && (try? VariableKey($0.name))?.isReserved == true
    }
    return note(
      "named with 'FLY_', which Fly.io keeps to itself; choose other names, for every machine "
        + "has its own", names)
  }

  private static func likely(_ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    return "these look like credentials, which a schedule would rotate: \(Spelling.list(names)); "
      + "--credentials KEY,... makes them so"
  }

  private static func sealed(_ entries: [ImportedEntry]) -> String? {
    note("plain until now, and sealed", entries.filter(\.wasPlain))
      .map { "\($0); --plain keeps a value readable" }
  }

  private static func assumed(_ entries: [ImportedEntry]) -> String? {
    note(
      "taken for credentials of the category 'hosting', because their names tell none",
      entries.filter(\.isCategoryAssumed)
    ).map { "\($0); --category says another" }
  }

  private static func note(_ text: String, _ entries: [ImportedEntry]) -> String? {
    entries.isEmpty ? nil : "\(text): \(Spelling.list(entries.map(\.name)))"
  }
}
