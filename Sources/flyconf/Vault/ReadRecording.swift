import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Records what is about to be read, before it is released.
struct ReadRecording {
  private let vault: OpenVault
  private let layout: ProjectLayout
  private let context: Context

  init(_ vault: OpenVault, _ layout: ProjectLayout, _ context: Context) {
    self.vault = vault
    self.layout = layout
    self.context = context
  }

  /// Signs and stores a record for each entry; what is behind a reference is what is read.
  ///
  /// - Throws: `Failure` if it cannot be stored: then nothing may be released.
  func record(_ action: ReadAction, _ entries: [SealedEntry]) throws {
    let (clone, time) = (clone, context.clock())
    let records = try entries.compactMap { try record(action, $0, clone, time) }
    guard !records.isEmpty else { return }
    do {
      try store(records, clone)
    } catch let error as FileError {
      throw Failure(
        "nothing is released, because the read cannot be recorded: \(error.description)",
        help: error.help ?? "name a file that can be written with FLYCONF_AUDIT=FILE")
    }
  }

  private func store(_ records: [ReadRecord], _ clone: String) throws {
    switch context.variable("FLYCONF_AUDIT") {
    case "-":
      let lines = try ReadLog.chained(records, after: nil, signedBy: vault.identity)
      // Line by line: what others write to the same pipe then stands between them, and not inside.
      for line in lines.split(separator: UInt8(ascii: "\n")) {
        try context.console.writeRecord(String(decoding: line, as: UTF8.self) + "\n")
      }
    case let path?:
      let log = ReadLog(path: context.absolute(path), context.files)
      try log.checkPlace(in: layout)
      try log.append(records, signedBy: vault.identity)
    case nil:
      let folder = Path.join(layout.folder, ReadLog.folderName)
      try context.files.createFolder(folder, mode: 0o700)
      let name = ReadLog.name(of: vault.member.name, clone: clone)
      try ReadLog(path: Path.join(folder, name), context.files)
        .append(records, signedBy: vault.identity)
    }
  }

  private func record(
    _ action: ReadAction, _ entry: SealedEntry, _ clone: String, _ time: Timestamp
  ) throws -> ReadRecord? {
    let source = try vault.source(of: entry)
    guard case .sealed(let sealed) = source.value, let id = source.id,
      let compartment = source.compartment
    else { return nil }
    return ReadRecord(
      vault: vault.verified.manifest.id, member: vault.member.name, clone: clone, time: time,
      action: action, type: RecordType(source.kind), id: id, name: source.name,
      revision: sealed.revision, compartment: compartment)
  }

  /// A job that writes to its log has no working copy to speak of: its run gets a name.
  private var clone: String {
    switch context.variable("FLYCONF_AUDIT") {
    case "-": String(UUIDText.write(context.makeID()).suffix(8))
    // Another file is a chain of its own, which an import must not mix with the first.
    case let path?: ReadLog.clone(host: Self.hostName, folder: context.absolute(path))
    case nil: ReadLog.clone(host: Self.hostName, folder: layout.folder)
    }
  }

  private static var hostName: String {
    var name = utsname()
    guard uname(&name) == 0 else { return "" }
    return withUnsafeBytes(of: &name.nodename) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
