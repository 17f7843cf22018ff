using System.Diagnostics;
using IamCore.Policies.Linting.Catalog;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Which operators suit which types of condition keys (VA-420).</summary>
internal static class OperatorTypes
{
    /// <summary>Whether operators of the family suit one of the types; true where nothing certain is known of them.</summary>
    public static bool Fits(OperatorFamily family, KeyTypes types, bool isEpochTime)
    {
        const KeyTypes Known = KeyTypes.String | KeyTypes.Arn | KeyTypes.Bool | KeyTypes.Numeric | KeyTypes.Date | KeyTypes.IpAddress | KeyTypes.Binary;
        if ((types & Known) == 0 || (types & (KeyTypes.Unknown | KeyTypes.Null)) != 0)
        {
            return true;
        }

        var suiting = family switch
        {
            OperatorFamily.String => KeyTypes.String | KeyTypes.Arn,
            OperatorFamily.Arn => KeyTypes.Arn,
            OperatorFamily.Numeric => isEpochTime ? KeyTypes.Numeric | KeyTypes.Date : KeyTypes.Numeric,
            OperatorFamily.Date => KeyTypes.Date,
            OperatorFamily.Boolean => KeyTypes.Bool,
            OperatorFamily.Ip => KeyTypes.IpAddress,
            OperatorFamily.Binary => KeyTypes.Binary,
            OperatorFamily.Presence => Known,
            _ => throw new UnreachableException($"The family {family} has no types"),
        };
        return (types & suiting) != 0;
    }

    /// <summary>The families that suit the types, for messages.</summary>
    public static string Allowed(KeyTypes types)
    {
        var families = new List<string>();
        Add(KeyTypes.String | KeyTypes.Arn, "String operators");
        Add(KeyTypes.Arn, "Arn operators");
        Add(KeyTypes.Numeric, "Numeric operators");
        Add(KeyTypes.Date, "Date operators");
        Add(KeyTypes.Bool, "Bool");
        Add(KeyTypes.IpAddress, "IpAddress, NotIpAddress");
        Add(KeyTypes.Binary, "BinaryEquals");
        families.Add("Null");
        return string.Join(", ", families);

        void Add(KeyTypes type, string name)
        {
            if ((types & type) != 0)
            {
                families.Add(name);
            }
        }
    }
}
