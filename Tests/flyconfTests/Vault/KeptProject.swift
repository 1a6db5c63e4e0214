import Foundation

/// The project and what the machine remembers of it, as they were before.
struct KeptProject {
  private let folders: [(place: URL, copy: URL)]

  init(_ project: CommandProject) throws {
    let root = project.test.folder.deletingLastPathComponent()
    folders = [project.test.folder, project.test.home].map { place in
      (place, root.appending(path: "kept-\(place.lastPathComponent)"))
    }
    for folder in folders {
      try FileManager.default.copyItem(at: folder.place, to: folder.copy)
    }
  }

  func restore() throws {
    for folder in folders {
      try FileManager.default.removeItem(at: folder.place)
      try FileManager.default.copyItem(at: folder.copy, to: folder.place)
    }
  }
}
