import Documents

/// The places of events among those of their second: times say no more than that.
struct EventPlaces {
  /// The last place that is taken, by second.
  private var last: [String: Int]

  /// - Parameter names: The names of the files that are there.
  init(after names: [String]) {
    last = names.compactMap(Event.place).reduce(into: [:]) { last, place in
      last[place.second] = max(last[place.second] ?? 0, place.number)
    }
  }

  /// The place of the next event of a second, from 1.
  mutating func next(in time: Timestamp) -> Int {
    let place = (last[time.compactText] ?? 0) + 1
    last[time.compactText] = place
    return place
  }
}
