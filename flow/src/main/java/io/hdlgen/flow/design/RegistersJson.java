package io.hdlgen.flow.design;

import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.hdl.signature.Register;
import io.hdlgen.hdl.signature.RegisterMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The registers in {@code signature.json}. They follow from features and results. */
final class RegistersJson {
  private RegistersJson() {}

  static List<Map<String, Object>> write(RegisterMap map) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Register register : map.registers()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", register.name());
      object.put("offset", register.offset());
      object.put("access", register.access().name().toLowerCase(Locale.ROOT));
      object.put("field", register.field().isEmpty() ? null : register.field());
      list.add(object);
    }
    return list;
  }

  /** Refuses a list that is not the one of {@code map}, or one where there is no map. */
  static void check(JsonObject object, String key, Optional<RegisterMap> map) {
    if (map.isEmpty()) {
      if (object.has(key)) {
        throw object.wrong(key, "no registers with this handshake");
      }
      return;
    }
    List<Register> found = new ArrayList<>();
    for (JsonObject register : object.objects(key)) {
      register.allow("name", "offset", "access", "field");
      found.add(
          new Register(
              register.string("name"),
              register.integer("offset", 0),
              register.choice("access", Register.Access.class),
              register.isNull("field") ? "" : register.string("field")));
    }
    if (!found.equals(map.get().registers())) {
      throw object.wrong(key, "the registers of these inputs and outputs");
    }
  }
}
