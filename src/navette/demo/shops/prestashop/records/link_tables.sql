-- Tables without a resource of their own: what is linked to what, pictures, files, keys, mails.

CREATE TABLE category_product (
    id_category INTEGER, id_product INTEGER, position INTEGER,
    PRIMARY KEY (id_category, id_product)
) WITHOUT ROWID;
CREATE INDEX category_product_product ON category_product (id_product);

CREATE TABLE feature_product (
    id_product INTEGER, id_feature INTEGER, id_feature_value INTEGER,
    PRIMARY KEY (id_product, id_feature, id_feature_value)
) WITHOUT ROWID;

CREATE TABLE product_tag (
    id_product INTEGER, id_tag INTEGER,
    PRIMARY KEY (id_product, id_tag)
) WITHOUT ROWID;

CREATE TABLE product_attachment (
    id_product INTEGER, id_attachment INTEGER,
    PRIMARY KEY (id_product, id_attachment)
) WITHOUT ROWID;

CREATE TABLE accessory (id_product_1 INTEGER, id_product_2 INTEGER);
CREATE INDEX accessory_product ON accessory (id_product_1);

CREATE TABLE pack (
    id_product_pack INTEGER, id_product_item INTEGER, id_product_attribute_item INTEGER, quantity INTEGER,
    PRIMARY KEY (id_product_pack, id_product_item, id_product_attribute_item)
) WITHOUT ROWID;

CREATE TABLE product_attribute_combination (
    id_product_attribute INTEGER, id_attribute INTEGER,
    PRIMARY KEY (id_product_attribute, id_attribute)
) WITHOUT ROWID;

CREATE TABLE product_attribute_image (
    id_product_attribute INTEGER, id_image INTEGER,
    PRIMARY KEY (id_product_attribute, id_image)
) WITHOUT ROWID;

CREATE TABLE image (
    id INTEGER PRIMARY KEY AUTOINCREMENT, id_product INTEGER, position INTEGER, cover INTEGER, mime TEXT, content BLOB
);
CREATE INDEX image_product ON image (id_product);

CREATE TABLE entity_image (kind TEXT, id_entity INTEGER, mime TEXT, content BLOB, PRIMARY KEY (kind, id_entity));

CREATE TABLE attachment_file (file TEXT PRIMARY KEY, content BLOB);

CREATE TABLE customer_group (
    id_customer INTEGER, id_group INTEGER,
    PRIMARY KEY (id_customer, id_group)
) WITHOUT ROWID;

CREATE TABLE carrier_tax (id_carrier INTEGER PRIMARY KEY, id_tax_rules_group INTEGER);

CREATE TABLE carrier_zone (
    id_carrier INTEGER, id_zone INTEGER,
    PRIMARY KEY (id_carrier, id_zone)
) WITHOUT ROWID;

CREATE TABLE cart_product (
    position INTEGER PRIMARY KEY AUTOINCREMENT, id_cart INTEGER, id_product INTEGER, id_product_attribute INTEGER,
    id_customization INTEGER, id_address_delivery INTEGER, quantity INTEGER,
    UNIQUE (id_cart, id_product, id_product_attribute, id_customization, id_address_delivery)
);

CREATE TABLE cart_cart_rule (
    id_cart INTEGER, id_cart_rule INTEGER,
    PRIMARY KEY (id_cart, id_cart_rule)
) WITHOUT ROWID;

CREATE TABLE order_detail_tax (id_order_detail INTEGER, id_tax INTEGER);
CREATE INDEX order_detail_tax_detail ON order_detail_tax (id_order_detail);

CREATE TABLE order_invoice_payment (id_order_invoice INTEGER, id_order_payment INTEGER, id_order INTEGER);

CREATE TABLE order_slip_detail (
    id_order_slip INTEGER, id_order_detail INTEGER, product_quantity INTEGER,
    amount_tax_excl TEXT, amount_tax_incl TEXT
);

CREATE TABLE webservice_key (key TEXT PRIMARY KEY, rights TEXT);

CREATE TABLE mail (
    id INTEGER PRIMARY KEY AUTOINCREMENT, sent_at TEXT, template TEXT, recipient TEXT, id_order INTEGER
);
