using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Members of dates. Getters and setters come in a local and a UTC form and differ only in the field they start at.</summary>
internal static class DateMembers
{
    private static readonly (string Name, int Field, int MaxArguments)[] Parts =
    [
        ("FullYear", 0, 3), ("Month", 1, 2), ("Date", 2, 1), ("Hours", 3, 4), ("Minutes", 4, 3), ("Seconds", 5, 2), ("Milliseconds", 6, 1), ("Day", 7, 0),
    ];

    public static MemberTable Table { get; } = Make();

    /// <summary><c>new Date(...)</c>.</summary>
    public static JsValue Construct(Evaluation run, ReadOnlySpan<JsValue> arguments)
    {
        run.Allocate(64);
        if (arguments.Length == 0)
        {
            return JsValue.Of(new JsDate(run.Now));
        }

        if (arguments.Length > 1)
        {
            return JsValue.Of(new JsDate(Calendar.Clip(Calendar.ToUtc(FromFields(run, arguments), run.Scope.Zone))));
        }

        var only = arguments[0].AsObject is JsDate date ? JsValue.Of(date.Time) : Coerce.ToPrimitive(run, arguments[0], preferText: false);
        return JsValue.Of(new JsDate(only.AsText is { } text ? DateParsing.Parse(run, text) : Calendar.Clip(Coerce.ToNumber(run, only))));
    }

    /// <summary>Fields from the year on; a year below 100 is in the twentieth century.</summary>
    public static double FromFields(Evaluation run, ReadOnlySpan<JsValue> arguments)
    {
        Span<double> fields = [double.NaN, 0, 1, 0, 0, 0, 0];
        for (var index = 0; index < Math.Min(arguments.Length, 7); index++)
        {
            fields[index] = Coerce.ToNumber(run, arguments[index]);
        }

        var year = Math.Truncate(fields[0]);
        fields[0] = year is >= 0 and <= 99 ? 1900 + year : fields[0];
        return Calendar.Make(fields);
    }

    /// <summary>Every member of a date costs some calendar arithmetic.</summary>
    private static JsDate Of(Evaluation run, JsValue self)
    {
        run.Step(10);
        return self.AsObject as JsDate ?? throw Fail.Type("this is not a Date object.");
    }

    private static MemberTable Make()
    {
        var table = new MemberTable()
            .Add("getTime", (run, self, _) => JsValue.Of(Of(run, self).Time))
            .Add("valueOf", (run, self, _) => JsValue.Of(Of(run, self).Time))
            .Add("setTime", (run, self, arguments) => Set(Of(run, self), Calendar.Clip(Coerce.ToNumber(run, arguments.At(0)))))
            .Add("getTimezoneOffset", (run, self, _) => JsValue.Of(Calendar.ZoneMinutes(Of(run, self).Time, run.Scope.Zone)))
            .Add("toISOString", (run, self, _) => JsValue.Of(Iso(Of(run, self).Time)))
            .Add("toJSON", (run, self, _) => double.IsNaN(Of(run, self).Time) ? JsValue.Null : JsValue.Of(DateText.Iso(Of(run, self).Time)))
            .Add("toString", (run, self, _) => JsValue.Of(DateText.Full(Of(run, self).Time, run.Scope.Zone)))
            .Add("toDateString", (run, self, _) => JsValue.Of(DateText.DatePart(Of(run, self).Time, run.Scope.Zone)))
            .Add("toTimeString", (run, self, _) => JsValue.Of(DateText.TimePart(Of(run, self).Time, run.Scope.Zone)))
            .Add("toUTCString", (run, self, _) => JsValue.Of(DateText.Utc(Of(run, self).Time)));
        foreach (var (name, field, count) in Parts)
        {
            AddPart(table, "", name, field, count);
            AddPart(table, "UTC", name, field, count);
        }

        return table;
    }

    private static void AddPart(MemberTable table, string form, string name, int field, int count)
    {
        var utc = form.Length > 0;
        table.Add($"get{form}{name}", (run, self, _) => Get(run, Of(run, self).Time, field, utc));
        if (count > 0)
        {
            table.Add($"set{form}{name}", (run, self, arguments) => SetFrom(run, Of(run, self), field, arguments[..Math.Min(count, arguments.Length)], utc));
        }
    }

    private static JsValue Get(Evaluation run, double time, int field, bool utc) => double.IsNaN(time)
        ? JsValue.NaN
        : JsValue.Of(Calendar.Fields(utc ? time : Calendar.ToLocal(time, run.Scope.Zone))[field]);

    private static JsValue SetFrom(Evaluation run, JsDate date, int field, ReadOnlySpan<JsValue> arguments, bool utc)
    {
        var time = double.IsNaN(date.Time) && field == 0 ? 0 : utc ? date.Time : Calendar.ToLocal(date.Time, run.Scope.Zone);
        var fields = double.IsNaN(time) ? [double.NaN, 0, 0, 0, 0, 0, 0] : Calendar.Fields(time);
        fields[field] = double.NaN;
        for (var index = 0; index < arguments.Length; index++)
        {
            fields[field + index] = Coerce.ToNumber(run, arguments[index]);
        }

        var made = double.IsNaN(time) ? double.NaN : Calendar.Make(fields.AsSpan(0, 7));
        return Set(date, Calendar.Clip(utc ? made : Calendar.ToUtc(made, run.Scope.Zone)));
    }

    private static JsValue Set(JsDate date, double time)
    {
        date.Time = time;
        return JsValue.Of(time);
    }

    private static string Iso(double time) => double.IsNaN(time) ? throw Fail.Range("Invalid time value") : DateText.Iso(time);
}
