package import Values

/// A picture, as the figures that it shows: formats without pictures print them as a table.
package enum Chart: Sendable, Equatable {
  case bars(BarChart)
  case pareto(BarChart)
  case heatmap(PointChart)
  case quadrant(PointChart)
  case gantt(GanttChart)
  case trend(BarChart)
}

/// A figure for each of several things, in order.
package struct BarChart: Sendable, Equatable {
  package struct Bar: Sendable, Equatable {
    package let label: String
    package let value: Number
    /// The value as people read it: `£25,200`, `12 %`.
    package let shown: String

    package init(label: String, value: Number, shown: String) {
      self.label = label
      self.value = value
      self.shown = shown
    }
  }

  /// What the figures are: `votes`, `cost`.
  package let measure: String
  package let bars: [Bar]

  package init(measure: String, bars: [Bar]) {
    self.measure = measure
    self.bars = bars
  }
}

extension BarChart {
  /// The bars from the largest down, each with its share of the sum and the running share, in per
  /// cent; shares are nil where the sum is zero.
  package var shares: [(bar: Bar, share: Number?, running: Number?)] {
    let sorted = bars.enumerated().sorted { a, b in
      a.element.value == b.element.value
        ? a.offset < b.offset : a.element.value > b.element.value
    }.map(\.element)
    let total = sorted.reduce(Number.zero) { $0.adding($1.value) ?? $0 }
    var sum = Number.zero
    return sorted.map { bar in
      sum = sum.adding(bar.value) ?? sum
      return (bar, bar.value.divided(by: total), sum.divided(by: total))
    }
  }
}

/// Things placed by two ratings.
package struct PointChart: Sendable, Equatable {
  package struct Axis: Sendable, Equatable {
    package struct Step: Sendable, Equatable {
      package let value: Number
      /// The rating's own word, or its number.
      package let label: String

      package init(value: Number, label: String) {
        self.value = value
        self.label = label
      }
    }

    /// `likelihood`.
    package let title: String
    /// From the lowest up.
    package let steps: [Step]

    package init(title: String, steps: [Step]) {
      self.title = title
      self.steps = steps
    }
  }

  package struct Point: Sendable, Equatable {
    /// A short name, for a field that is too small for the words: `T1`.
    package let mark: String
    package let label: String
    package let x: Number
    package let y: Number

    package init(mark: String, label: String, x: Number, y: Number) {
      self.mark = mark
      self.label = label
      self.x = x
      self.y = y
    }
  }

  package let x: Axis
  package let y: Axis
  package let points: [Point]

  package init(x: Axis, y: Axis, points: [Point]) {
    self.x = x
    self.y = y
    self.points = points
  }
}

/// Tasks on a calendar.
package struct GanttChart: Sendable, Equatable {
  package struct Task: Sendable, Equatable {
    package let id: String
    package let title: String
    package let owner: String?
    package let start: CalendarDate
    /// The last day of the task; the start for a milestone.
    package let end: CalendarDate
    package let isCritical: Bool
    package let isMilestone: Bool
    /// Ids of tasks that it comes after, where they are known.
    package let after: [String]
    /// What it comes after in words, what is no task of the plan included; empty where nothing.
    package let waitsFor: String

    package init(
      id: String, title: String, owner: String? = nil, start: CalendarDate, end: CalendarDate,
      isCritical: Bool = false, isMilestone: Bool = false, after: [String] = [],
      waitsFor: String = ""
    ) {
      self.id = id
      self.title = title
      self.owner = owner
      self.start = start
      self.end = end
      self.isCritical = isCritical
      self.isMilestone = isMilestone
      self.after = after
      self.waitsFor = waitsFor
    }
  }

  package let tasks: [Task]
  /// Tasks without a date, which no calendar can show.
  package let undated: [String]

  package init(tasks: [Task], undated: [String] = []) {
    self.tasks = tasks
    self.undated = undated
  }
}
