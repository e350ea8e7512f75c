using CaseMgmt.Workflows.Expressions.Library;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>
/// A plain object: own properties in JavaScript's order (array indexes ascending, then by insertion). No prototype can be reached or changed.
/// Small objects are searched along; a table is made only for larger ones, and nothing at all for objects without properties, as functions are.
/// </summary>
internal class JsObject
{
    private const int SearchedAlong = 8;

    private string[] keys = [];
    private JsValue[] values = [];
    private Dictionary<string, int>? places;
    private int indexKeys;

    /// <summary>Members every value of this kind has.</summary>
    public virtual MemberTable Members => ObjectMembers.Table;

    /// <summary>Word between the brackets of <c>[object X]</c>.</summary>
    public virtual string ClassName => "Object";

    /// <summary>True for library objects and frozen ones: writes are errors.</summary>
    public bool Frozen { get; set; }

    public int Count { get; private set; }

    public virtual bool TryGetOwn(Evaluation run, string key, out JsValue value)
    {
        var place = Find(key);
        value = place < 0 ? default : values[place];
        return place >= 0;
    }

    public virtual void Set(Evaluation run, string key, JsValue value)
    {
        if (Frozen)
        {
            throw Fail.Type($"Cannot assign to read only property '{key}' of object");
        }

        var place = Find(key);
        if (place >= 0)
        {
            values[place] = value;
            return;
        }

        run.Allocate(64 + (2L * key.Length));
        With(key, value);
    }

    /// <summary>Own enumerable keys in order. Charged by element.</summary>
    public virtual List<string> OwnKeys(Evaluation run)
    {
        run.Step(Count);
        run.Allocate(8L * Count);
        var names = keys.AsSpan(0, Count);
        return indexKeys == 0
            ? [.. names]
            : [.. names.ToArray().Where(Keys.IsIndex).OrderBy(Keys.Index), .. names.ToArray().Where(name => !Keys.IsIndex(name))];
    }

    /// <summary>A new property that nobody pays for: library objects, and Set after it charged.</summary>
    internal JsObject With(string key, JsValue value)
    {
        if (Count == keys.Length)
        {
            Array.Resize(ref keys, Math.Max(4, 2 * Count));
            Array.Resize(ref values, keys.Length);
        }

        (keys[Count], values[Count]) = (key, value);
        Count++;
        indexKeys += Keys.IsIndex(key) ? 1 : 0;
        if (Count > SearchedAlong)
        {
            Register(key);
        }

        return this;
    }

    /// <summary>Drops all properties.</summary>
    protected void RemoveAll()
    {
        Array.Clear(values);
        places = null;
        (Count, indexKeys) = (0, 0);
    }

    private void Register(string key)
    {
        if (places is not null)
        {
            places.Add(key, Count - 1);
            return;
        }

        places = new(2 * Count, StringComparer.Ordinal);
        for (var place = 0; place < Count; place++)
        {
            places.Add(keys[place], place);
        }
    }

    private int Find(string key)
    {
        if (places is not null)
        {
            return places.TryGetValue(key, out var found) ? found : -1;
        }

        for (var place = 0; place < Count; place++)
        {
            if (ReferenceEquals(keys[place], key) || string.Equals(keys[place], key, StringComparison.Ordinal))
            {
                return place;
            }
        }

        return -1;
    }
}
