using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Members of arrays that read or change elements by place; those that take a function are in <see cref="ArrayCallbacks"/>.</summary>
internal static class ArrayMembers
{
    public static MemberTable Table { get; } = ArrayCallbacks.AddTo(Make());

    public static JsArray Of(JsValue self) => self.AsArray ?? throw Fail.Type("This member is for arrays.");

    /// <summary>A relative position clamped to the length; missing gives the fallback.</summary>
    public static int Position(Evaluation run, JsValue argument, int length, int fallback)
    {
        if (argument.IsUndefined)
        {
            return fallback;
        }

        var place = Coerce.ToInteger(run, argument);
        return (int)(place < 0 ? Math.Max(length + place, 0) : Math.Min(place, length));
    }

    private static MemberTable Make() => new MemberTable()
        .Add("at", (run, self, arguments) => At(run, Of(self), arguments.At(0)))
        .Add("concat", (run, self, arguments) => Concat(run, Of(self), arguments))
        .Add("copyWithin", (run, self, arguments) => CopyWithin(run, Of(self), arguments))
        .Add("entries", (run, self, _) => JsValue.Of(new JsIterator(Entries(run, Of(self)), "Array")))
        .Add("fill", (run, self, arguments) => Fill(run, Of(self), arguments))
        .Add("flat", (run, self, arguments) => Flat(run, Of(self), arguments.At(0)))
        .Add("includes", (run, self, arguments) => JsValue.Of(Find(run, Of(self), arguments, Equality.SameZero) >= 0))
        .Add("indexOf", (run, self, arguments) => JsValue.Of(Find(run, Of(self), arguments, Equality.Strict)))
        .Add("join", (run, self, arguments) => JsValue.Of(ObjectText.Join(run, Of(self), arguments.At(0).IsUndefined ? "," : Coerce.ToText(run, arguments.At(0)))))
        .Add("keys", (run, self, _) => JsValue.Of(new JsIterator(Indexes(run, Of(self)), "Array")))
        .Add("lastIndexOf", (run, self, arguments) => JsValue.Of(FindLast(run, Of(self), arguments)))
        .Add("pop", (run, self, _) => ArrayChanges.RemoveAt(run, Of(self), last: true))
        .Add("push", (run, self, arguments) => ArrayChanges.Push(run, Of(self), arguments))
        .Add("reverse", (run, self, _) => ArrayChanges.Reverse(run, Of(self)))
        .Add("shift", (run, self, _) => ArrayChanges.RemoveAt(run, Of(self), last: false))
        .Add("slice", (run, self, arguments) => Slice(run, Of(self), arguments))
        .Add("splice", (run, self, arguments) => ArrayChanges.Splice(run, Of(self), arguments))
        .Add("toReversed", (run, self, _) => ArrayChanges.Reverse(run, Copy(run, Of(self))))
        .Add("toSpliced", (run, self, arguments) => ArrayChanges.ToSpliced(run, Copy(run, Of(self)), arguments))
        .Add("toString", (run, self, _) => JsValue.Of(Coerce.ToText(run, self)))
        .Add("unshift", (run, self, arguments) => ArrayChanges.Unshift(run, Of(self), arguments))
        .Add("values", (run, self, _) => JsValue.Of(new JsIterator(Iteration.ToList(run, self), "Array")))
        .Add("valueOf", (_, self, _) => self)
        .Add("hasOwnProperty", (run, self, arguments) => JsValue.Of(Properties.HasOwn(run, self, Keys.Of(run, arguments.At(0)))))
        .Add("with", (run, self, arguments) => ArrayChanges.With(run, Copy(run, Of(self)), arguments));

    public static JsArray Copy(Evaluation run, JsArray source)
    {
        var made = JsArray.Make(run, source.Items.Count);
        made.Items.AddRange(source.Items);
        return made;
    }

    private static JsValue At(Evaluation run, JsArray array, JsValue argument)
    {
        var place = Coerce.ToInteger(run, argument);
        place += place < 0 ? array.Items.Count : 0;
        return place >= 0 && place < array.Items.Count ? array.Items[(int)place] : default;
    }

    private static JsValue Concat(Evaluation run, JsArray array, ReadOnlySpan<JsValue> arguments)
    {
        var made = Copy(run, array);
        foreach (var argument in arguments)
        {
            if (argument.AsArray is { } other)
            {
                run.Step(other.Items.Count / 4);
                run.Allocate(32L * other.Items.Count);
                made.Items.AddRange(other.Items);
            }
            else
            {
                made.Add(run, argument);
            }
        }

        return JsValue.Of(made);
    }

    private static List<JsValue> Indexes(Evaluation run, JsArray array)
    {
        run.Step(array.Items.Count);
        run.Allocate(16L * array.Items.Count);
        return [.. Enumerable.Range(0, array.Items.Count).Select(index => JsValue.Of(index))];
    }

    private static List<JsValue> Entries(Evaluation run, JsArray array)
    {
        run.Step(array.Items.Count);
        run.Allocate(120L * array.Items.Count);
        return [.. array.Items.Select((item, index) => JsValue.Of(JsArray.Of(run, [JsValue.Of(index), item])))];
    }

    private static JsValue CopyWithin(Evaluation run, JsArray array, ReadOnlySpan<JsValue> arguments)
    {
        var length = array.Items.Count;
        var (to, from, end) = (Position(run, arguments.At(0), length, 0), Position(run, arguments.At(1), length, 0), Position(run, arguments.At(2), length, length));
        var count = Math.Max(0, Math.Min(end - from, length - to));
        run.Step(count);
        run.Allocate(16 * count);
        var copied = array.Items.GetRange(count == 0 ? 0 : from, count);
        for (var index = 0; index < count; index++)
        {
            array.Items[to + index] = copied[index];
        }

        return JsValue.Of(array);
    }

    private static JsValue Fill(Evaluation run, JsArray array, ReadOnlySpan<JsValue> arguments)
    {
        var from = Position(run, arguments.At(1), array.Items.Count, 0);
        var to = Position(run, arguments.At(2), array.Items.Count, array.Items.Count);
        run.Step(Math.Max(0, to - from));
        for (var index = from; index < to; index++)
        {
            array.Items[index] = arguments.At(0);
        }

        array.IsUnfilled &= to - from < array.Items.Count;
        return JsValue.Of(array);
    }

    private static JsValue Flat(Evaluation run, JsArray array, JsValue argument)
    {
        var made = JsArray.Make(run, array.Items.Count);
        FlatInto(run, made, array, argument.IsUndefined ? 1 : Coerce.ToInteger(run, argument));
        return JsValue.Of(made);
    }

    private static void FlatInto(Evaluation run, JsArray made, JsArray source, double depth)
    {
        run.Enter(8);
        run.Step(source.Items.Count);
        for (var index = 0; index < source.Items.Count; index++)
        {
            if (depth >= 1 && source.Items[index].AsArray is { } inner)
            {
                FlatInto(run, made, inner, depth - 1);
            }
            else
            {
                made.Add(run, source.Items[index]);
            }
        }

        run.Leave(8);
    }

    private static int Find(Evaluation run, JsArray array, ReadOnlySpan<JsValue> arguments, Func<JsValue, JsValue, bool> equal)
    {
        var wanted = arguments.At(0);
        run.Step(array.Items.Count + (wanted.AsText is { } text ? (long)text.Length * array.Items.Count / 32 : 0));
        for (var index = Position(run, arguments.At(1), array.Items.Count, 0); index < array.Items.Count; index++)
        {
            if (equal(array.Items[index], wanted))
            {
                return index;
            }
        }

        return -1;
    }

    private static int FindLast(Evaluation run, JsArray array, ReadOnlySpan<JsValue> arguments)
    {
        var wanted = arguments.At(0);
        run.Step(array.Items.Count + (wanted.AsText is { } text ? (long)text.Length * array.Items.Count / 32 : 0));
        var from = arguments.Length > 1 ? Coerce.ToInteger(run, arguments[1]) : array.Items.Count - 1;
        from = from < 0 ? array.Items.Count + from : Math.Min(from, array.Items.Count - 1);
        for (var index = (int)Math.Max(from, -1); index >= 0; index--)
        {
            if (Equality.Strict(array.Items[index], wanted))
            {
                return index;
            }
        }

        return -1;
    }

    private static JsValue Slice(Evaluation run, JsArray array, ReadOnlySpan<JsValue> arguments)
    {
        var from = Position(run, arguments.At(0), array.Items.Count, 0);
        var to = Position(run, arguments.At(1), array.Items.Count, array.Items.Count);
        var made = JsArray.Make(run, Math.Max(0, to - from));
        made.Items.AddRange(array.Items.GetRange(from, Math.Max(0, to - from)));
        return JsValue.Of(made);
    }
}
