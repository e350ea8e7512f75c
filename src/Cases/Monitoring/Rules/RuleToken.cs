using System.Globalization;

namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>What a piece of rule text is.</summary>
public enum RuleTokenKind
{
    Word,
    Number,
    Text,
    Parameter,
    Symbol,
    End,
}

/// <summary>One piece of rule text. Words are lower case; texts are without their quotes.</summary>
public readonly record struct RuleToken(RuleTokenKind Kind, string Text, int Position)
{
    public bool Is(string word) => Kind is RuleTokenKind.Word or RuleTokenKind.Symbol && Text == word;
}

/// <summary>Cuts a rule into tokens and refuses every character that plain rules do not need: no comments, no double quotes, no brackets, no semicolon.</summary>
public static class RuleTokens
{
    private const int MaxLength = 20_000;
    private static readonly string[] Symbols = ["<>", "<=", ">=", "=", "<", ">", "(", ")", ",", ".", "+", "-", "*"];

    public static List<RuleToken> Read(string sql)
    {
        if (sql.Length > MaxLength)
        {
            throw new RuleException("too-long", null, MaxLength);
        }

        var tokens = new List<RuleToken>();
        for (var at = 0; at < sql.Length;)
        {
            if (char.IsWhiteSpace(sql[at]))
            {
                at++;
                continue;
            }

            var token = Next(sql, at, out at);
            tokens.Add(token);
        }

        tokens.Add(new RuleToken(RuleTokenKind.End, "", sql.Length));
        return tokens;
    }

    private static RuleToken Next(string sql, int at, out int end)
    {
        var letter = sql[at];
        if (letter == '\'')
        {
            return Quoted(sql, at, out end);
        }

        if (char.IsAsciiLetter(letter) || letter == '@')
        {
            end = Run(sql, at + 1, character => char.IsAsciiLetterOrDigit(character) || character == '_');
            var kind = letter == '@' ? RuleTokenKind.Parameter : RuleTokenKind.Word;
            return new RuleToken(kind, sql[(letter == '@' ? at + 1 : at)..end].ToLower(CultureInfo.InvariantCulture), at);
        }

        if (char.IsAsciiDigit(letter))
        {
            end = Run(sql, at, character => char.IsAsciiDigit(character) || character == '.');
            return new RuleToken(RuleTokenKind.Number, sql[at..end], at);
        }

        if (sql.AsSpan(at).StartsWith("--") || sql.AsSpan(at).StartsWith("/*"))
        {
            throw new RuleException("comment", at);
        }

        var symbol = Symbols.FirstOrDefault(symbol => sql.AsSpan(at).StartsWith(symbol)) ?? throw new RuleException("character", at, letter);
        end = at + symbol.Length;
        return new RuleToken(RuleTokenKind.Symbol, symbol, at);
    }

    private static RuleToken Quoted(string sql, int at, out int end)
    {
        var text = new System.Text.StringBuilder();
        for (end = at + 1; end < sql.Length; end++)
        {
            if (sql[end] != '\'')
            {
                text.Append(sql[end]);
            }
            else if (end + 1 < sql.Length && sql[end + 1] == '\'')
            {
                text.Append('\'');
                end++;
            }
            else
            {
                end++;
                return new RuleToken(RuleTokenKind.Text, text.ToString(), at);
            }
        }

        throw new RuleException("text-open", at);
    }

    private static int Run(string sql, int at, Func<char, bool> belongs)
    {
        while (at < sql.Length && belongs(sql[at]))
        {
            at++;
        }

        return at;
    }
}
