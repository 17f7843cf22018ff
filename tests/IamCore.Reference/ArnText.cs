namespace IamCore.Reference;

/// <summary>ARNs as text (PL-075).</summary>
internal static class ArnText
{
    /// <summary>The fields: split at the first five colons, so at most six.</summary>
    public static string[] Split(string text) => text.Split(':', 6);

    /// <summary>PL-076: six fields, the first <c>arn</c>; partition, service and resource not empty.</summary>
    public static bool IsRequestResource(string text)
    {
        var fields = Split(text);
        return fields.Length == 6 && fields[0] == "arn" && fields[1].Length > 0 && fields[2].Length > 0 && fields[5].Length > 0;
    }

    /// <summary>12 ASCII digits (EV-008).</summary>
    public static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);
}
