using CaseMgmt.Workflows.Expressions.Library;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>A plain object: own properties in JavaScript's order (array indexes ascending, then by insertion). No prototype can be reached or changed.</summary>
internal class JsObject
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, JsValue>> entries = [];
    private int indexKeys;

    /// <summary>Members every value of this kind has.</summary>
    public virtual MemberTable Members => ObjectMembers.Table;

    /// <summary>Word between the brackets of <c>[object X]</c>.</summary>
    public virtual string ClassName => "Object";

    /// <summary>True for library objects and frozen ones: writes are errors.</summary>
    public bool Frozen { get; set; }

    public int Count => entries.Count;

    public virtual bool TryGetOwn(Evaluation run, string key, out JsValue value)
    {
        if (places.TryGetValue(key, out var place))
        {
            value = entries[place].Value;
            return true;
        }

        value = default;
        return false;
    }

    public virtual void Set(Evaluation run, string key, JsValue value)
    {
        if (Frozen)
        {
            throw Fail.Type($"Cannot assign to read only property '{key}' of object");
        }

        if (places.TryGetValue(key, out var place))
        {
            entries[place] = new(key, value);
            return;
        }

        run.Allocate(64 + (2L * key.Length));
        places.Add(key, entries.Count);
        entries.Add(new(key, value));
        indexKeys += Keys.IsIndex(key) ? 1 : 0;
    }

    /// <summary>Own enumerable keys in order. Charged by element.</summary>
    public virtual List<string> OwnKeys(Evaluation run)
    {
        run.Step(entries.Count);
        run.Allocate(8L * entries.Count);
        var names = new List<string>(entries.Count);
        foreach (var entry in entries)
        {
            names.Add(entry.Key);
        }

        return indexKeys == 0 ? names : [.. names.Where(Keys.IsIndex).OrderBy(Keys.Index), .. names.Where(name => !Keys.IsIndex(name))];
    }

    /// <summary>Library objects are filled without a budget.</summary>
    internal JsObject With(string key, JsValue value)
    {
        places.Add(key, entries.Count);
        entries.Add(new(key, value));
        return this;
    }
}
