/// The regular files below a folder, in the order of their paths.
///
/// Links are not followed. Left out are the folders of version control, and those that package
/// managers fill with what others have written.
struct FolderWalk {
  private(set) var paths: [String] = []
  private(set) var errors: [(path: String, error: FileError)] = []

  static let omittedFolders: Set<String> = [
    ".git", ".hg", ".svn", ".jj", "node_modules", ".build", ".venv", "__pycache__",
  ]

  init(_ folder: String, _ files: FileSystem) {
    // Not by recursion: folders can be nested deeper than the stack is.
    var pending = [""]
    while let path = pending.popLast() {
      let place = Path.join(folder, path)
      do throws(FileError) {
        let names = try files.names(in: place) ?? []
        let statuses = try files.statuses(of: names, in: place)
        var folders: [String] = []
        for (name, status) in zip(names, statuses) {
          let child = path.isEmpty ? name : "\(path)/\(name)"
          switch status?.kind {
          case .file: paths.append(child)
          case nil where name.contains("\u{FFFD}"):
            errors.append((child, FileError("read", child, "its name is not UTF-8")))
          case .folder where !Self.omittedFolders.contains(name): folders.append(child)
          default: break
          }
        }
        pending += folders.reversed()
      } catch {
        errors.append((path.isEmpty ? "." : path, error))
      }
    }
    paths.sort()
  }
}
