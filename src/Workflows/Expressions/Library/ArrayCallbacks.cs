using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Members of arrays that take a function.</summary>
internal static class ArrayCallbacks
{
    public static MemberTable AddTo(MemberTable table) => table
        .Add("every", (run, self, arguments) => JsValue.Of(IndexWhere(run, self, arguments, wanted: false) < 0))
        .Add("some", (run, self, arguments) => JsValue.Of(IndexWhere(run, self, arguments, wanted: true) >= 0))
        .Add("find", (run, self, arguments) => ItemAt(self, IndexWhere(run, self, arguments, wanted: true)))
        .Add("findIndex", (run, self, arguments) => JsValue.Of(IndexWhere(run, self, arguments, wanted: true)))
        .Add("findLast", (run, self, arguments) => ItemAt(self, LastIndexWhere(run, self, arguments)))
        .Add("findLastIndex", (run, self, arguments) => JsValue.Of(LastIndexWhere(run, self, arguments)))
        .Add("filter", Filter)
        .Add("map", Map)
        .Add("flatMap", FlatMap)
        .Add("forEach", ForEach)
        .Add("reduce", (run, self, arguments) => Reduce(run, self, arguments, fromEnd: false))
        .Add("reduceRight", (run, self, arguments) => Reduce(run, self, arguments, fromEnd: true))
        .Add("sort", (run, self, arguments) => Sorting.Sort(run, ArrayMembers.Of(self), arguments.At(0)))
        .Add("toSorted", (run, self, arguments) => Sorting.Sort(run, ArrayMembers.Copy(run, ArrayMembers.Of(self)), arguments.At(0)));

    public static JsFunction Callback(JsValue value) => value.AsFunction ?? throw Fail.Type($"{Coerce.Describe(value)} is not a function");

    private static JsValue Ask(Evaluation run, JsFunction callback, JsArray array, int index)
    {
        array.DemandFilled();
        run.Step(1);
        return callback.Call(run, default, [array.Items[index], JsValue.Of(index), JsValue.Of(array)]);
    }

    private static JsValue ItemAt(JsValue self, int index) => index < 0 || index >= self.AsArray!.Items.Count ? default : self.AsArray.Items[index];

    private static int IndexWhere(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments, bool wanted)
    {
        var array = ArrayMembers.Of(self);
        var callback = Callback(arguments.At(0));
        var length = array.Items.Count;
        for (var index = 0; index < length && index < array.Items.Count; index++)
        {
            if (Coerce.ToBoolean(Ask(run, callback, array, index)) == wanted)
            {
                return index;
            }
        }

        return -1;
    }

    private static int LastIndexWhere(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var array = ArrayMembers.Of(self);
        var callback = Callback(arguments.At(0));
        for (var index = array.Items.Count - 1; index >= 0; index--)
        {
            if (index < array.Items.Count && Coerce.ToBoolean(Ask(run, callback, array, index)))
            {
                return index;
            }
        }

        return -1;
    }

    private static JsValue Filter(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var array = ArrayMembers.Of(self);
        var callback = Callback(arguments.At(0));
        var made = JsArray.Make(run, 0);
        var length = array.Items.Count;
        for (var index = 0; index < length && index < array.Items.Count; index++)
        {
            var item = array.Items[index];
            if (Coerce.ToBoolean(Ask(run, callback, array, index)))
            {
                made.Add(run, item);
            }
        }

        return JsValue.Of(made);
    }

    private static JsValue Map(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var array = ArrayMembers.Of(self);
        var callback = Callback(arguments.At(0));
        var length = array.Items.Count;
        var made = JsArray.Make(run, length);
        for (var index = 0; index < length && index < array.Items.Count; index++)
        {
            made.Items.Add(Ask(run, callback, array, index));
        }

        return JsValue.Of(made);
    }

    private static JsValue FlatMap(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var made = JsArray.Make(run, 0);
        foreach (var part in Map(run, self, arguments).AsArray!.Items)
        {
            if (part.AsArray is not { } inner)
            {
                made.Add(run, part);
                continue;
            }

            run.Step(inner.Items.Count);
            run.Allocate(32L * inner.Items.Count);
            made.Items.AddRange(inner.Items);
        }

        return JsValue.Of(made);
    }

    private static JsValue ForEach(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var array = ArrayMembers.Of(self);
        var callback = Callback(arguments.At(0));
        var length = array.Items.Count;
        for (var index = 0; index < length && index < array.Items.Count; index++)
        {
            Ask(run, callback, array, index);
        }

        return default;
    }

    private static JsValue Reduce(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments, bool fromEnd)
    {
        var array = ArrayMembers.Of(self);
        var callback = Callback(arguments.At(0));
        var length = array.Items.Count;
        var used = arguments.Length > 1 ? 0 : 1;
        if (used > length)
        {
            throw Fail.Type("Reduce of empty array with no initial value");
        }

        var sum = used == 0 ? arguments[1] : array.Items[fromEnd ? length - 1 : 0];
        for (var step = used; step < length; step++)
        {
            var index = fromEnd ? length - 1 - step : step;
            if (index < array.Items.Count)
            {
                run.Step(1);
                sum = callback.Call(run, default, [sum, array.Items[index], JsValue.Of(index), JsValue.Of(array)]);
            }
        }

        return sum;
    }
}
