import Documents

/// The folder `events/` of a project: what has happened and is yet to be told to somebody.
///
/// It is left out of git. Whoever delivers an event removes its file or keeps it; an event is
/// written once as long as its file is there.
package struct EventFolder: Sendable {
  static let name = "events"

  private let folder: String
  private let files: FileSystem

  /// - Parameter folder: The project's folder.
  package init(_ folder: String, _ files: FileSystem) {
    self.folder = folder
    self.files = files
  }

  /// Plans the writing of those events that are not there yet.
  ///
  /// - Returns: How many they are.
  @discardableResult
  package func plan(
    _ events: [Event], in transaction: inout Transaction
  ) throws(FileError) -> Int {
    guard !events.isEmpty else { return 0 }
    let present = try files.names(in: Path.join(folder, Self.name)) ?? []
    var marks = Set(
      present.compactMap { name in
        name.lastIndex(of: "-").map { String(name[$0...]) }
      })
    var places = EventPlaces(after: present)
    var count = 0
    for event in events where marks.insert(event.mark).inserted {
      let number = places.next(in: event.time)
      transaction.write(
        Array(JSONWriter.document(event.node(number)).utf8),
        to: "\(Self.name)/\(event.fileName(number))", replacing: nil)
      count += 1
    }
    return count
  }
}
