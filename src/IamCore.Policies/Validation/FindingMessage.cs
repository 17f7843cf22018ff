using System.Text;

namespace IamCore.Policies.Validation;

/// <summary>Writes messages: what is wrong, how to repair it, and what may have been meant (VA-017).</summary>
internal static class FindingMessage
{
    private const int MaxValueLength = 120;

    public static string Write(string problem, string repair, ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var message = new StringBuilder(problem.Length + repair.Length + 64);
        Append(message, problem, arguments);
        message.Append(' ');
        Append(message, repair, arguments);
        foreach (var (name, value) in arguments)
        {
            if (name == "suggestion")
            {
                message.Append(" Did you mean \"").Append(Shorten(value)).Append("\"?");
            }
        }

        return message.ToString();
    }

    /// <summary>Long values lose their middle.</summary>
    public static string Shorten(string value)
    {
        if (value.Length <= MaxValueLength)
        {
            return value;
        }

        const int Side = (MaxValueLength - 1) / 2;
        var head = char.IsHighSurrogate(value[Side - 1]) ? Side - 1 : Side;
        var tail = char.IsLowSurrogate(value[^Side]) ? Side - 1 : Side;
        return $"{value.AsSpan(0, head)}…{value.AsSpan(value.Length - tail)}";
    }

    private static void Append(StringBuilder message, ReadOnlySpan<char> template, ReadOnlySpan<(string Name, string Value)> arguments)
    {
        while (!template.IsEmpty)
        {
            var open = template.IndexOf('{');
            if (open < 0)
            {
                message.Append(template);
                return;
            }

            message.Append(template[..open]);
            template = template[open..];
            var close = template.IndexOf('}');
            var used = close > 0 && TryAppendValue(message, template[1..close], arguments) ? close + 1 : 1;
            if (used == 1)
            {
                message.Append('{');
            }

            template = template[used..];
        }
    }

    private static bool TryAppendValue(StringBuilder message, ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string Value)> arguments)
    {
        foreach (var (argument, value) in arguments)
        {
            if (name.SequenceEqual(argument))
            {
                message.Append(Shorten(value));
                return true;
            }
        }

        return false;
    }
}
