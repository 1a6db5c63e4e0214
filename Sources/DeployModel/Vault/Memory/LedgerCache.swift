/// What the ledger of a project said when all of it was last verified, kept on this machine.
///
/// It saves reading and verifying thousands of files that have not changed since, and nothing
/// depends on it: whatever is not exactly as it was written counts as absent. The file lies in the
/// user's own state folder, beside the vault ids that the user trusts; who can write there needs
/// no forged ledger.
package struct LedgerCache: Sendable {
  /// Changes when the form of the file does, and when the rules of verification do.
  private static let format = Array("flyconf.ledger/5".utf8)
  /// How much a ledger holds that is worth remembering: a smaller one is verified faster.
  package struct Minimum: Sendable {
    package var changes: Int
    /// In bytes: one change can touch thousands of entities.
    package var size: Int64

    package init(changes: Int, size: Int64 = .max) {
      self.changes = changes
      self.size = size
    }

    package static let usual = Minimum(changes: 100, size: 128 << 10)

    fileprivate func isReached(by listing: FolderListing) -> Bool {
      listing.count >= changes || listing.size >= size
    }
  }

  /// How many files may be too new for their times to tell that they have not been altered again.
  private static let recentLimit = 64
  private static let sizeLimit = 256 << 20

  private let path: String
  /// The folder of the ledger.
  private let folder: String
  private let minimum: Minimum
  private let files: FileSystem

  /// - Parameters:
  ///   - path: The cache's file.
  ///   - project: The project's folder.
  init(at path: String, project: String, minimum: Minimum, _ files: FileSystem) {
    self.path = path
    folder = Path.join(project, SignedChange.folderName)
    self.minimum = minimum
    self.files = files
  }

  /// One run's use of the cache.
  struct Use: Sendable {
    fileprivate let cache: LedgerCache
    /// The ledger's folder as it was before anything was read.
    fileprivate let listing: FolderListing?
    /// What the ledger says; nothing if it is not known.
    let state: LedgerState?
  }

  /// Looks at the folder, then at what is remembered of it while something else is done.
  ///
  /// - Parameter work: Begins when the folder has been looked at.
  func use<Outcome: Sendable>(
    during work: @Sendable () -> Outcome
  ) -> (use: Use, outcome: Outcome) {
    // What cannot be looked at is not remembered; that it cannot be read is for others to say.
    let listing = (try? files.listing(of: folder)) ?? nil
    guard let listing, minimum.isReached(by: listing) else {
      return (Use(cache: self, listing: listing, state: nil), work())
    }
    let (known, outcome) = ParallelWork.both({ state(for: listing) }, work)
    return (Use(cache: self, listing: listing, state: known), outcome)
  }

  // MARK: Reading

  private func state(for listing: FolderListing) -> LedgerState? {
    let contents = (try? files.plainContents(of: path, limit: Self.sizeLimit)) ?? nil
    guard let contents, contents.starts(with: Self.format),
      let end = Self.checkedEnd(of: contents)
    else { return nil }
    var reader = StateReader(contents, from: Self.format.count, to: end)
    do throws(StateReader.Malformed) {
      guard try reader.hash() == listing.key else { return nil }
      let recent = try reader.list { reader throws(StateReader.Malformed) in try reader.text() }
      let state = try reader.state()
      guard reader.isAtEnd, state.changeCount == listing.count else { return nil }
      return areUnaltered(recent, in: state) ? state : nil
    } catch {
      return nil
    }
  }

  /// Where the checksum begins, if it is right.
  private static func checkedEnd(of contents: [UInt8]) -> Int? {
    let end = contents.count - 32
    guard end >= format.count, let checksum = Hash256(bytes: Array(contents[end...])) else {
      return nil
    }
    let actual = contents.withUnsafeBytes {
      SHA256.hash(UnsafeRawBufferPointer(rebasing: $0[..<end]))
    }
    return actual == checksum ? end : nil
  }

  /// Whether files that were new when they were remembered are those that were verified.
  private func areUnaltered(_ names: [String], in state: LedgerState) -> Bool {
    guard !names.isEmpty else { return true }
    let contents = try? files.bulkContents(of: names, in: folder, limit: Self.sizeLimit)
    guard let contents else { return false }
    return zip(names, contents).allSatisfy { name, bytes in
      guard let bytes else { return false }
      let hash = SHA256.hash(bytes)
      return name.hasSuffix("-\(hash.hex.prefix(8)).jsonl") && state.contains(hash)
    }
  }

  // MARK: Writing

  fileprivate func write(_ state: EncodedState, for listing: FolderListing) throws(FileError) {
    guard state.changeCount == listing.count, minimum.isReached(by: listing),
      listing.recent.count <= Self.recentLimit
    else { return }
    let encoded = state.bytes
    var writer = StateWriter(Self.format, capacity: encoded.count + 4_096)
    writer.write(listing.key)
    writer.write(listing.recent) { $0.write($1) }
    writer.append(encoded)
    writer.write(SHA256.hash(writer.bytes))
    try files.createFolder(Path.parent(of: path), mode: 0o700)
    try files.replace(path, with: writer.bytes, mode: 0o600)
  }

  fileprivate func listing(omitting name: String?) throws(FileError) -> FolderListing? {
    try files.listing(of: folder, omitting: name)
  }
}

extension LedgerCache.Use {
  /// Remembers what the ledger says.
  ///
  /// - Parameters:
  ///   - state: Of the files of the listing, with the new change.
  ///   - change: The name of the change that was written since the listing.
  func remember(_ state: EncodedState, withNew change: String?) throws(FileError) {
    guard let change else {
      if self.state == nil, let listing { try cache.write(state, for: listing) }
      return
    }
    // Git does not wait for the lock: only if nothing but the new change has happened since the
    // listing is the folder, as it was listed in between, the one that was verified.
    guard let listing, var present = try cache.listing(omitting: nil),
      try cache.listing(omitting: change)?.key == listing.key
    else { return }
    present.recent = Array(Set(present.recent).union(listing.recent)).sorted()
    try cache.write(state, for: present)
  }
}
