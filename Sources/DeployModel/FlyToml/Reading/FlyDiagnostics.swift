package import Documents

extension Diagnostic.Kind {
  /// A value of a type for which flyctl refuses the whole file.
  package static let flyWrongType = Self(rawValue: "fly-wrong-type")
  /// A key that flyctl does not know and drops in silence.
  package static let flyUnknownKey = Self(rawValue: "fly-unknown-key")
  /// A key that people write and flyctl drops in silence.
  package static let flyDroppedKey = Self(rawValue: "fly-dropped-key")
  /// A key in another case than flyctl's own.
  package static let flyKeyCase = Self(rawValue: "fly-key-case")
  /// A form that flyctl only reads for the sake of old files.
  package static let flyDeprecatedForm = Self(rawValue: "fly-deprecated-form")
  /// A duration without a unit.
  package static let flyBareDuration = Self(rawValue: "fly-bare-duration")
  /// A duration that flyctl cannot read.
  package static let flyMalformedDuration = Self(rawValue: "fly-malformed-duration")
  /// A size that flyctl cannot read.
  package static let flyMalformedSize = Self(rawValue: "fly-malformed-size")
  /// A number with a fraction where whole ones belong.
  package static let flyFraction = Self(rawValue: "fly-fraction")
  /// A value that is no text where flyctl makes one of it.
  package static let flyMadeText = Self(rawValue: "fly-made-text")
  /// A word that is none of those which flyctl or Fly.io know.
  package static let flyUnknownWord = Self(rawValue: "fly-unknown-word")
  /// A volume inside of a machine's size, where flyctl drops it.
  package static let flyVolumeOfMachine = Self(rawValue: "fly-volume-of-machine")
}
