using CaseMgmt.Workflows.Expressions.Library;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>Equality of Map and Set keys.</summary>
internal sealed class SameZeroComparer : IEqualityComparer<JsValue>
{
    public static SameZeroComparer Instance { get; } = new();

    public bool Equals(JsValue x, JsValue y) => Equality.SameZero(x, y);

    public int GetHashCode(JsValue obj) => obj.IsNumber ? (obj.Number + 0.0).GetHashCode() : obj.Reference?.GetHashCode() ?? 0;
}

/// <summary>A Map, or a Set (whose values are its keys). Deleting keeps the order of the others.</summary>
internal sealed class JsKeyed(bool isMap) : JsObject
{
    private readonly OrderedDictionary<JsValue, JsValue> entries = new(SameZeroComparer.Instance);

    public bool IsMap { get; } = isMap;

    public int Size => entries.Count;

    public override MemberTable Members => IsMap ? MapMembers.Map : MapMembers.Set;

    public override string ClassName => IsMap ? "Map" : "Set";

    public override bool TryGetOwn(Evaluation run, string key, out JsValue value)
    {
        value = JsValue.Of(Size);
        return key == "size" || base.TryGetOwn(run, key, out value);
    }

    public bool Has(Evaluation run, JsValue key)
    {
        Charge(run, key);
        return entries.ContainsKey(key);
    }

    public JsValue Find(Evaluation run, JsValue key)
    {
        Charge(run, key);
        return entries.TryGetValue(key, out var value) ? value : default;
    }

    public KeyValuePair<JsValue, JsValue> At(int index) => entries.GetAt(index);

    public void Put(Evaluation run, JsValue key, JsValue value)
    {
        run.Allocate(64);
        Charge(run, key);
        entries[key.IsNumber ? JsValue.Of(key.Number + 0.0) : key] = value;
    }

    public bool Remove(Evaluation run, JsValue key)
    {
        // Removal shifts what lies behind it.
        run.Step(1 + (entries.Count / 16));
        Charge(run, key);
        return entries.Remove(key);
    }

    public void Clear() => entries.Clear();

    private static void Charge(Evaluation run, JsValue key) => run.Step(1 + ((key.AsText?.Length ?? 0) / 16));
}

/// <summary>An iterator over values that are known already; what was taken is gone.</summary>
internal sealed class JsIterator(List<JsValue> items, string origin) : JsObject
{
    private int taken;

    public override MemberTable Members => IteratorMembers.Table;

    public override string ClassName => origin + " Iterator";

    public List<JsValue> Drain()
    {
        var left = items[taken..];
        taken = items.Count;
        return left;
    }

    public JsObject Next(Evaluation run)
    {
        var done = taken >= items.Count;
        var step = new JsObject();
        step.Set(run, "value", done ? default : items[taken++]);
        step.Set(run, "done", JsValue.Of(done));
        return step;
    }
}
