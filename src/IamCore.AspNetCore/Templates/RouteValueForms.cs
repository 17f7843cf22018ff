using System.Globalization;

namespace IamCore.AspNetCore.Templates;

/// <summary>Writes values in their form.</summary>
internal static class RouteValueForms
{
    /// <summary>The form of a handler's parameter type; <see langword="null"/> where the type may read several spellings as one value.</summary>
    public static RouteValueForm? Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) || type == typeof(object) ? RouteValueForm.Text
            : type == typeof(Guid) ? RouteValueForm.Guid
            : type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) || type == typeof(uint) || type == typeof(ulong)
                || type == typeof(ushort) || type == typeof(sbyte) || type == typeof(Int128) || type == typeof(UInt128) ? RouteValueForm.Integer
            : null;
    }

    /// <summary>Gives the value in its form, in the buffer where it differs. False where it has not that form, so that no handler can read it.</summary>
    public static bool TryFormat(ReadOnlySpan<char> value, RouteValueForm form, Span<char> buffer, out ReadOnlySpan<char> formatted)
    {
        formatted = value;
        switch (form)
        {
            case RouteValueForm.Text:
                return true;
            case RouteValueForm.Integer:
                var isNumber = Int128.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number);
                var length = 0;
                isNumber = isNumber && number.TryFormat(buffer, out length, default, CultureInfo.InvariantCulture);
                formatted = buffer[..length];
                return isNumber;
            case RouteValueForm.Guid:
                length = 0;
                var isGuid = Guid.TryParse(value, CultureInfo.InvariantCulture, out var guid) && guid.TryFormat(buffer, out length);
                formatted = buffer[..length];
                return isGuid;
            default:
                return false;
        }
    }
}
