/// The files of an index on their way through the scan, one after the other.
struct StagedStreams {
  private(set) var leaks: [Leak] = []
  private(set) var remarks: [LeakRemark] = []
  /// The files of whose contents git has none.
  private(set) var missing: [String] = []

  private var paths: ArraySlice<String>
  private let values: KnownValues
  private var stream: LeakStream?

  init(_ paths: [String], _ values: KnownValues) {
    self.paths = paths[...]
    self.values = values
  }

  /// Takes the next part of what git sends.
  mutating func take(_ part: BlobPart) {
    switch part {
    case .bytes(let bytes):
      if stream == nil, let path = paths.first {
        stream = LeakStream(ScannedFile(path: path), values)
      }
      stream?.append(bytes)
    case .end:
      paths = paths.dropFirst()
      leaks += (stream?.finish() ?? []).map(\.staged)
      remarks += stream?.remarks ?? []
      stream = nil
    case .missing:
      if let path = paths.popFirst() { missing.append(path) }
      stream = nil
    }
  }
}
