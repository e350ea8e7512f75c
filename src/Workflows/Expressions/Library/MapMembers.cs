using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Members of Map and Set. size is a value, so it is found as an own property.</summary>
internal static class MapMembers
{
    public static MemberTable Map { get; } = Shared(new MemberTable())
        .Add("get", (run, self, arguments) => Of(self).Find(run, arguments.At(0)))
        .Add("set", (run, self, arguments) => Put(run, self, arguments.At(0), arguments.At(1)))
        .Add("keys", (run, self, _) => Parts(run, self, static pair => pair.Key))
        .Add("values", (run, self, _) => Parts(run, self, static pair => pair.Value));

    public static MemberTable Set { get; } = Shared(new MemberTable())
        .Add("add", (run, self, arguments) => Put(run, self, arguments.At(0), arguments.At(0)))
        .Add("keys", (run, self, _) => Parts(run, self, static pair => pair.Key))
        .Add("values", (run, self, _) => Parts(run, self, static pair => pair.Key));

    public static JsValue Construct(Evaluation run, JsValue source, bool isMap)
    {
        var made = new JsKeyed(isMap);
        run.Allocate(100);
        foreach (var item in source.IsNullish ? [] : Iteration.ToList(run, source))
        {
            if (!isMap)
            {
                made.Put(run, item, item);
                continue;
            }

            if (!item.IsObject)
            {
                throw Fail.Type($"Iterator value {Coerce.Describe(item)} is not an entry object");
            }

            made.Put(run, Properties.Get(run, item, "0"), Properties.Get(run, item, "1"));
        }

        return JsValue.Of(made);
    }

    private static JsKeyed Of(JsValue self) => self.AsObject as JsKeyed ?? throw Fail.Type("This member is for maps and sets.");

    private static MemberTable Shared(MemberTable table) => table
        .Add("has", (run, self, arguments) => JsValue.Of(Of(self).Has(run, arguments.At(0))))
        .Add("delete", (run, self, arguments) => JsValue.Of(Of(self).Remove(run, arguments.At(0))))
        .Add("clear", (_, self, _) => Clear(Of(self)))
        .Add("entries", (run, self, _) => Parts(run, self, pair => JsValue.Of(JsArray.Of(run, [pair.Key, pair.Value]))))
        .Add("forEach", ForEach);

    private static JsValue Put(Evaluation run, JsValue self, JsValue key, JsValue value)
    {
        Of(self).Put(run, key, value);
        return self;
    }

    private static JsValue Clear(JsKeyed keyed)
    {
        keyed.Clear();
        return default;
    }

    private static JsValue Parts(Evaluation run, JsValue self, Func<KeyValuePair<JsValue, JsValue>, JsValue> part)
    {
        var keyed = Of(self);
        run.Step(keyed.Size);
        run.Allocate(16L * keyed.Size);
        return JsValue.Of(new JsIterator([.. Enumerable.Range(0, keyed.Size).Select(index => part(keyed.At(index)))], keyed.ClassName));
    }

    private static JsValue ForEach(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var keyed = Of(self);
        var callback = ArrayCallbacks.Callback(arguments.At(0));
        for (var index = 0; index < keyed.Size; index++)
        {
            run.Step(1);
            var (key, value) = keyed.At(index);
            callback.Call(run, default, [value, key, self]);
        }

        return default;
    }
}
