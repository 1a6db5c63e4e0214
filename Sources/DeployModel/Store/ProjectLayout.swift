/// Where a project's files stand.
package struct ProjectLayout: Sendable, Equatable {
  /// The folder that holds `deployment.json`, as an absolute path.
  package let folder: String
  /// The folder in which rendered files stand.
  package let applicationFolder: String

  /// The folder that `flyconf init` makes beside an application.
  package static let folderName = "flyconf"

  package init(folder: String) {
    self.folder = folder
    applicationFolder =
      Path.name(of: folder) == Self.folderName ? Path.parent(of: folder) : folder
  }

  package func path(of file: ProjectFile) -> String { Path.join(folder, file.name) }

  /// The name of an environment's rendered file, which stands in the application folder.
  package static func renderedName(for environment: EnvironmentName) -> String {
    environment == .production ? "fly.toml" : "fly.\(environment.rawValue).toml"
  }

  /// The project in a folder: the folder itself, or `flyconf` in it, holds `deployment.json`.
  package static func at(
    _ folder: String, _ files: FileSystem
  ) throws(FileError) -> ProjectLayout? {
    for candidate in [folder, Path.join(folder, folderName)] {
      let path = Path.join(candidate, ProjectFile.deployment.name)
      if try files.kind(of: path) != nil { return ProjectLayout(folder: candidate) }
    }
    return nil
  }

  /// The project in a folder or in the nearest one above it.
  package static func nearest(
    to folder: String, _ files: FileSystem
  ) throws(FileError) -> ProjectLayout? {
    var folder = folder
    while true {
      if let layout = try at(folder, files) { return layout }
      let parent = Path.parent(of: folder)
      if parent == folder { return nil }
      folder = parent
    }
  }
}
